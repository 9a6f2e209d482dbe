import type { LinkProps } from '@tanstack/react-router'
import { counterRoutes, interestRoutes, type StaffView, staffAdminRoutes } from '#contract/access'
import { caseRoutes, goodsRoutes } from '#contract/cases'
import { fileRoutes as credit, schoolCampaignRoutes } from '#contract/credit'
import { routes as delivery } from '#contract/delivery'
import { routes as exchange } from '#contract/exchange'
import { calendarRoutes, drawRoutes, taskRoutes } from '#contract/inspection'
import { clueRoutes, graphRoutes, informantRoutes, payoutRoutes } from '#contract/intelligence'
import {
  automaticRoutes,
  routes as licensing,
  personBarRoutes,
  ratingRoutes,
  spotCheckRoutes,
  windowRoutes,
} from '#contract/licensing'
import { routes as metrics } from '#contract/metrics'
import { modelRoutes, routes as monitoring } from '#contract/monitoring'
import { eventRoutes, filmRoutes, liveRoutes, quizRoutes } from '#contract/outreach'
import {
  actionRoutes,
  agencyRoutes,
  taskRoutes as cooperationTasks,
  meetingRoutes,
  ownRoutes,
  partnerRoutes,
} from '#contract/partners'
import { policyRoutes } from '#contract/policies'
import { routes as registry } from '#contract/registry'
import type { Route } from '#kernel/route'
import { mayUse } from './permissions.ts'
import type { texts } from './texts.ts'

type TextKey = Parameters<ReturnType<typeof texts.useTexts>>[0]

export interface NavPage {
  readonly to: NonNullable<LinkProps['to']>
  readonly text: TextKey
  /** The call without which the page has nothing to show; everybody sees a page without one. */
  readonly needs?: Pick<Route, 'allow'>
  /** What is first on the way, shown to whom it is closed too, with the reason. */
  readonly closed?: TextKey
}

export interface NavGroup {
  readonly text: TextKey
  readonly pages: readonly NavPage[]
}

/** 主导航: the work of the house in groups; the first row is the groups, the second the pages of the one that is open. */
const navigation: readonly NavGroup[] = [
  {
    text: 'nav.licences',
    pages: [
      { to: '/work', text: 'nav.work', needs: licensing.workList, closed: 'nav.notYours' },
      { to: '/ratings', text: 'nav.ratings', needs: ratingRoutes.listFollowUps },
      { to: '/window', text: 'nav.window', needs: windowRoutes.windowVisit },
      { to: '/automatic', text: 'nav.automatic', needs: automaticRoutes.listStops },
      { to: '/bars', text: 'nav.bars', needs: personBarRoutes.listPersonBars },
      { to: '/spot-checks', text: 'nav.spotChecks', needs: spotCheckRoutes.listSpotChecks },
      { to: '/policy', text: 'nav.policy', needs: policyRoutes.listValues },
      { to: '/law', text: 'nav.law' },
    ],
  },
  {
    text: 'nav.register',
    pages: [
      { to: '/retailers', text: 'nav.retailers', needs: registry.listRetailers },
      { to: '/map', text: 'nav.map', needs: registry.mapPoints },
      { to: '/schools', text: 'nav.schools', needs: schoolCampaignRoutes.schoolBoard },
    ],
  },
  {
    text: 'nav.inspection',
    pages: [
      { to: '/tasks', text: 'nav.tasks', needs: taskRoutes.board },
      { to: '/inspection-calendar', text: 'nav.inspectionCalendar', needs: calendarRoutes.calendar },
      { to: '/draws', text: 'nav.draws', needs: drawRoutes.listDraws },
      { to: '/credit', text: 'nav.credit', needs: credit.clocks },
    ],
  },
  {
    text: 'nav.cases',
    pages: [
      { to: '/cases', text: 'nav.caseList', needs: caseRoutes.list },
      { to: '/goods', text: 'nav.goods', needs: goodsRoutes.goodsStore },
    ],
  },
  {
    text: 'nav.clues',
    pages: [
      { to: '/clues', text: 'nav.clues', needs: clueRoutes.list },
      { to: '/graph', text: 'nav.graph', needs: graphRoutes.searchGraph },
      { to: '/openings', text: 'nav.openings', needs: informantRoutes.alarms },
      { to: '/payouts', text: 'nav.payouts', needs: payoutRoutes.pay },
    ],
  },
  {
    text: 'nav.cooperation',
    pages: [
      { to: '/partners', text: 'nav.partners', needs: agencyRoutes.listAgencies },
      // Of the people of a partner agency, who see nothing else.
      { to: '/inbox', text: 'nav.inbox', needs: partnerRoutes.list },
      { to: '/meetings', text: 'nav.meetings', needs: meetingRoutes.listMeetings },
      { to: '/joint-actions', text: 'nav.jointActions', needs: actionRoutes.listActions },
      { to: '/cooperation-tasks', text: 'nav.cooperationTasks', needs: cooperationTasks.listTasks },
      { to: '/sixfold', text: 'nav.sixfold', needs: cooperationTasks.sixfold },
      // Of an agency's people, and of officers who have a part of their own.
      { to: '/own-work', text: 'nav.ownWork', needs: ownRoutes.ownDay },
    ],
  },
  {
    text: 'nav.delivery',
    pages: [
      { to: '/delivery', text: 'nav.deliveryItems', needs: delivery.listItems },
      { to: '/delivery/plan', text: 'nav.deliveryPlan', needs: delivery.planRound },
      { to: '/delivery/rounds', text: 'nav.rounds', needs: delivery.listRounds },
      { to: '/delivery/calendar', text: 'nav.calendar', needs: delivery.listVisits },
      { to: '/delivery/held', text: 'nav.deliveryHeld', needs: delivery.listHeldActs },
    ],
  },
  {
    text: 'nav.market',
    pages: [
      { to: '/alerts', text: 'nav.alerts', needs: monitoring.listAlerts },
      { to: '/hotspots', text: 'nav.hotspots', needs: monitoring.hotspots },
      { to: '/model', text: 'nav.model', needs: modelRoutes.model },
    ],
  },
  {
    text: 'nav.outreach',
    pages: [
      { to: '/quiz', text: 'nav.quiz', needs: quizRoutes.quizBank },
      { to: '/events', text: 'nav.events', needs: eventRoutes.listEvents },
      { to: '/live', text: 'nav.live', needs: liveRoutes.listBroadcasts },
      { to: '/films', text: 'nav.films', needs: filmRoutes.listFilms },
    ],
  },
  {
    text: 'nav.terminals',
    pages: [
      { to: '/terminals', text: 'nav.terminals' },
      { to: '/assist', text: 'nav.assist', needs: counterRoutes.listAssistance },
    ],
  },
  {
    text: 'nav.staff',
    pages: [
      { to: '/staff', text: 'nav.staff', needs: staffAdminRoutes.listStaff },
      { to: '/interests', text: 'nav.interests', needs: interestRoutes.listInterests },
    ],
  },
  { text: 'nav.gateways', pages: [{ to: '/gateways', text: 'nav.gateways', needs: exchange.listGateways }] },
  {
    text: 'nav.figures',
    pages: [
      { to: '/figures', text: 'nav.figures', needs: metrics.report },
      { to: '/board', text: 'nav.board', needs: metrics.report },
      { to: '/circle', text: 'nav.circle', needs: metrics.report },
      { to: '/figures/definitions', text: 'nav.definitions', needs: metrics.definitions },
    ],
  },
]

/** 协作单位: whoever is none of us sees no page that is there for everybody of the house. */
const isOurs = (staff: StaffView): boolean => staff.agencyId === undefined
const open = (page: NavPage, staff: StaffView): boolean =>
  page.needs === undefined ? isOurs(staff) : mayUse(page.needs, staff)

/** The groups in which this person has something to do, each with the pages open to him (and the closed ones that say why). */
export function groupsFor(staff: StaffView): readonly (NavGroup & { readonly open: readonly NavPage[] })[] {
  return navigation
    .map(group => ({
      ...group,
      pages: group.pages.filter(page => open(page, staff) || (page.closed !== undefined && isOurs(staff))),
      open: group.pages.filter(page => open(page, staff)),
    }))
    .filter(group => group.pages.length > 0)
}

/** The page of the table that an address belongs to: the longest whose path it begins with. */
export function pageAt(pathname: string): NavPage | undefined {
  const below = (page: NavPage) => pathname === page.to || pathname.startsWith(`${page.to}/`)
  return navigation
    .flatMap(({ pages }) => pages)
    .filter(below)
    .toSorted((a, b) => b.to.length - a.to.length)[0]
}
