-- serves: finding a component by the beginning of its former code
create index component_former on components.component (region, former_code) where former_code is not null;
