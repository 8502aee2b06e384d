-- An audience of a million is one statement of a million numbers. The embedded database commits each time it takes new
-- ones from the sequence, and each commit looks at all those before it: with the 32 numbers that it takes by itself, that
-- is hours.
alter table delivery alter column id set cache 5000;
