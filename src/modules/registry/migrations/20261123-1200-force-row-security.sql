-- Row security holds for the owner of the tables too; only the policies `of_functions` open them to its functions.
alter table registry.retailer force row level security;
alter table registry.premises force row level security;
