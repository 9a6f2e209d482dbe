-- 恩烟普法小剧场: a short film from its words to what two people released, and the pictures that go out (covers, photographs of
-- events). Viewers are counted, not known: a mark of the telephone, hashed together with the film, counts once.
create table outreach.picture (
  id uuid primary key,
  about_kind text not null check (about_kind in ('film', 'event')),
  about_id text not null,
  alt text not null check (length(alt) between 2 and 80),
  media text not null check (media in ('image/jpeg', 'image/png')),
  -- SM3 of the picture; name and size of the sealed file that holds it
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  file_digest text not null check (file_digest ~ '^[0-9a-f]{64}$'),
  file_bytes integer not null check (file_bytes > 0),
  -- What the codes in it say; a foreign link was refused.
  codes text[] not null,
  -- Whether it was drawn anew here, beyond losing what a telephone wrote into it.
  redrawn boolean not null,
  state text not null default 'waiting' check (state in ('waiting', 'released', 'refused')),
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  -- The points of 画面核对单 that whoever released it looked at.
  looked text[] not null default '{}',
  reason text,
  constraint picture_by_two check (state <> 'released' or (decided_by is not null and decided_by <> uploaded_by and cardinality(looked) > 0))
);
create index picture_of on outreach.picture (about_kind, about_id, uploaded_at desc);
create index picture_by_file on outreach.picture (file_digest);

create table outreach.film (
  id uuid primary key,
  title text not null check (length(title) between 2 and 60),
  about text not null check (length(about) between 4 and 400),
  -- '' for a film that stands alone
  series text not null check (length(series) <= 40),
  episode integer not null check (episode between 1 and 999),
  audience text not null check (audience in ('retailer', 'public', 'minor')),
  -- [{instrument, article}]
  cites jsonb not null check (jsonb_typeof(cites) = 'array' and jsonb_array_length(cites) between 1 and 6),
  -- 片后一题
  item_id uuid references outreach.quiz_item,
  captions text check (length(captions) <= 200000),
  state text not null default 'draft' check (state in ('draft', 'encoding', 'ready', 'released', 'withdrawn')),
  version integer not null default 1,
  -- The upload that is, or was, made into a film; its pieces lie in a folder of this name.
  upload uuid,
  progress integer not null default 0 check (progress between 0 and 100),
  fault text check (fault in ('unreadable', 'noPicture', 'tooLong', 'ffmpegMissing')),
  -- Length of the film as it was made here; null while there is none.
  seconds integer check (seconds >= 0),
  prepared_by text not null,
  prepared_at timestamptz not null,
  released_by text,
  released_at timestamptz,
  looked text[] not null default '{}',
  reason text,
  -- 双人发布: whoever wrote or sent anything of it never releases it.
  constraint film_by_two check (state <> 'released' or (released_by is not null and released_by <> prepared_by and cardinality(looked) > 0)),
  constraint film_is_made check (state not in ('ready', 'released') or (upload is not null and seconds is not null)),
  constraint film_is_captioned check (state <> 'released' or captions is not null)
);
create table outreach.film_view (
  film_id uuid not null references outreach.film,
  viewer text not null check (viewer ~ '^[0-9a-f]{64}$'),
  primary key (film_id, viewer)
);
-- The first answer of a telephone to the question after the film.
create table outreach.film_answer (
  film_id uuid not null references outreach.film,
  viewer text not null check (viewer ~ '^[0-9a-f]{64}$'),
  item_id uuid not null references outreach.quiz_item,
  correct boolean not null,
  primary key (film_id, viewer, item_id)
);

grant select, insert on outreach.picture, outreach.film, outreach.film_view, outreach.film_answer to yzt_app;
grant update (state, decided_by, decided_at, looked, reason) on outreach.picture to yzt_app;
grant update on outreach.film to yzt_app;
