-- 以欺骗、贿赂等不正当手段取得的许可 (XK 69 ¶2) is rescinded by a kind of its own: it bars its holder for some years
-- (XK 79, R13); a licence that was wrongly granted (XK 69 ¶1) bars nobody.
alter table licensing.proceeding drop constraint proceeding_kind_check;
alter table licensing.proceeding add constraint proceeding_kind_check check (kind in ('rectify', 'acceptRectification', 'disqualify',
  'reclaim', 'rescind', 'rescindFraud', 'takeBack', 'endSubject', 'cancelExpired', 'loseToForceMajeure', 'cancel'));
