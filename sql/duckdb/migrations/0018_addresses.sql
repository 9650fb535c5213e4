-- The address of a home as its register writes it, without the postcode where that stands apart. It is evidence for a person who decides
-- whose a complaint is, and no dimension of any figure.
ALTER TABLE dim_property ADD COLUMN address VARCHAR;

-- The address that a complaint's row held back gives of its home, where the mapping names its column.
ALTER TABLE held_back_lead ADD COLUMN address VARCHAR;
