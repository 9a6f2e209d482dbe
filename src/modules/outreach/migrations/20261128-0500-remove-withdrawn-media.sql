-- 撤下的短片和回放: played to nobody, and after the retention (outreach.withdrawnMediaDays) taken from the disk too. The row stays with
-- its reason, its views and its answers, and says when the pictures and the sound went.
alter table outreach.film add column withdrawn_at timestamptz, add column media_removed_at timestamptz;
alter table outreach.broadcast add column withdrawn_at timestamptz, add column media_removed_at timestamptz;
update outreach.film set withdrawn_at = prepared_at where state = 'withdrawn';
update outreach.broadcast set withdrawn_at = coalesce(released_at, ended_at, planned_at) where state = 'withdrawn';
alter table outreach.film add constraint film_media_goes_last check (media_removed_at is null or state = 'withdrawn');
alter table outreach.broadcast add constraint broadcast_media_goes_last check (media_removed_at is null or state = 'withdrawn');
