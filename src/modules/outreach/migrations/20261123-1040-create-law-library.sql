-- 政策法规: statutes as imported on this machine. Public law, no row security.
create schema outreach;
grant usage on schema outreach to yzt_app;

create table outreach.instrument (
  id integer generated always as identity primary key,
  title text not null,
  -- The day of this version of the text; '' where the file does not say.
  text_of text not null,
  digest text not null,
  imported_at timestamptz not null default now(),
  constraint instrument_title_text_of_key unique (title, text_of)
);
create table outreach.article (
  instrument_id integer not null references outreach.instrument on delete cascade,
  number integer not null,
  sub integer not null,
  label text not null,
  heading text not null,
  body text not null,
  primary key (instrument_id, number, sub)
);
grant select, insert, update, delete on outreach.instrument, outreach.article to yzt_app;
