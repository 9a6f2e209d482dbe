-- 短信验证码登录 finds the holder by the telephone of the register.
create index retailer_phone on registry.retailer (phone_index) where phone_index is not null;
