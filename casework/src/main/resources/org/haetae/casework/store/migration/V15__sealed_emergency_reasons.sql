-- Why cases were opened in an emergency is sealed from now on, by the key of the case. What is there is
-- plain and is sealed at the next start; no text may begin with the mark of what is sealed already.

UPDATE emergency_access SET reason = ' ' || reason WHERE substr(reason, 1, 1) = '~';
DELETE FROM sealing;
