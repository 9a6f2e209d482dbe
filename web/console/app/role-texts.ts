import { createI18n } from '../../shared/i18n.ts'

/** 岗位: the keys are the roles of the kernel; a new role without a name here is a type error where it is shown. */
export const roleTexts = createI18n({
  zh: {
    window: '窗口受理',
    reviewer: '审核',
    decider: '审批',
    head: '局负责人',
    verifier: '实地核查',
    inspector: '稽查',
    courier: '送证',
    helper: '帮办',
    legal: '法制审核',
    analyst: '情报研判',
    informantDesk: '12313 受理',
    systemAdmin: '系统管理员',
    securityAdmin: '安全管理员',
    auditAdmin: '审计管理员',
    partner: '协作单位',
  },
  en: {
    window: 'Window',
    reviewer: 'Reviewer',
    decider: 'Decider',
    head: 'Head of the bureau',
    verifier: 'Site verifier',
    inspector: 'Inspector',
    courier: 'Courier',
    helper: 'Helper',
    legal: 'Legal review',
    analyst: 'Analyst',
    informantDesk: '12313 desk',
    systemAdmin: 'System administrator',
    securityAdmin: 'Security administrator',
    auditAdmin: 'Audit administrator',
    partner: 'Partner agency',
  },
})
