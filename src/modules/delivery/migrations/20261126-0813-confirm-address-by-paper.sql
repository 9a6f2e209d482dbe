-- 送达地址确认书 is a paper like 送达回证: its words as confirmed, numbered by year, signed, never rewritten; a later one of the same item
-- stands beside it. 送达回证 stays one an item.
alter table delivery.receipt add column kind text not null default 'service' check (kind in ('service', 'address'));
alter table delivery.receipt drop constraint receipt_item_no_key;
alter table delivery.receipt drop constraint receipt_serial;
alter table delivery.receipt add constraint receipt_serial unique (kind, year, serial);
create unique index receipt_once on delivery.receipt (item_no) where kind = 'service';
create index receipt_of_item on delivery.receipt (item_no, kind);
alter table delivery.receipt_number add column kind text not null default 'service';
alter table delivery.receipt_number drop constraint receipt_number_pkey;
alter table delivery.receipt_number add primary key (kind, year);
