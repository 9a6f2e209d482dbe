-- The page of one terminal counts its sheets.
create index print_of_terminal on licensing.print (terminal_id, reserved_at) where terminal_id is not null;
