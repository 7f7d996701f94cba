-- What a page says that its story was made from: the addresses of its originals, a JSON list.
ALTER TABLE revision ADD COLUMN originals TEXT;
