-- One row or more of every table that came with schemas 11 to 13. Nobody in it exists; the chain of the
-- trail is a real one.
INSERT INTO audit_head (number, hash)
  VALUES (3, 'd563020d1426a6b9fec674ab5caf28ba1f8d3bbff81d3838c15e2443a8da24f3');
INSERT INTO audit_entry (number, at, actor_kind, actor, role, act, subject_kind, subject, within_kind, within_id, detail, salt, previous, hash)
  VALUES (1, 1772330400123456, 'USER', 'lim', NULL, 'READ', 'CASE', 'case-1', NULL, NULL, 'case page', '24a45c3f61dfb04c012db3641e385fca', 'af79520f8cd5c7186f1587acb1f928fede321fd4c4a7c765a4b8da6d84534871', '5e9124fcb259d40206fb483389a8ce37be5c6271f40aac82bcac8060145ecd44');
INSERT INTO audit_entry (number, at, actor_kind, actor, role, act, subject_kind, subject, within_kind, within_id, detail, salt, previous, hash)
  VALUES (2, 1772330400123456, 'ACCOUNT', 'haetae', NULL, 'COMMAND', 'PART', 'haetae import', NULL, NULL, 'haetae import', 'f3be226c61490b24ffd1254a2bd7bd9d', '5e9124fcb259d40206fb483389a8ce37be5c6271f40aac82bcac8060145ecd44', 'ca56eb2102a007dc97fd77e5dd2468d64e8369fe4c33aa9808bd69e3eefdf4da');
INSERT INTO audit_entry (number, at, actor_kind, actor, role, act, subject_kind, subject, within_kind, within_id, detail, salt, previous, hash)
  VALUES (3, 1772330400123456, 'HOUSE', 'haetae', NULL, 'PURGE', 'ORDER', 'order-2', 'CASE', 'case-1', '1 templates deleted', '2c55e73ead31db43daaa637a13ac7fae', 'ca56eb2102a007dc97fd77e5dd2468d64e8369fe4c33aa9808bd69e3eefdf4da', 'd563020d1426a6b9fec674ab5caf28ba1f8d3bbff81d3838c15e2443a8da24f3');
INSERT INTO audit_checkpoint (number, line)
  VALUES (3, 'haetae-audit-checkpoint-1 3 d563020d1426a6b9fec674ab5caf28ba1f8d3bbff81d3838c15e2443a8da24f3 2026-03-01T02:00:00.123456Z ZhISFhlopOkJ039Z3K4SltE3uBUnPtXWcyLHLv4JvymabLJo7gdbfcD+2+Mzb5BuHZOWrbah9+2L9EZIk0ieBw==');
INSERT INTO erasure (owner_kind, owner, asked_by, asked_at, keys_gone_at, done_at)
  VALUES ('CASE', 'case-9', 'oh', 1772330400123456, 1772330400123457, NULL);
INSERT INTO register (owner_kind, owner, detail, changed_by, changed_at)
  VALUES ('RESPONDENT', 'respondent-1', '~c2VhbGVk', 'lim', 1772330400123456);
INSERT INTO register_index (field, tag, owner_kind, owner)
  VALUES ('NAME', 4711, 'RESPONDENT', 'respondent-1');
INSERT INTO emergency_access (id, user_id, case_id, reason, opened_at, until_at, seen_by)
  VALUES (1, 'kim', 'case-1', 'she is at the door', 1772330400123456, 1772334000123456, NULL);
INSERT INTO user_session (hash, user_id, kind, role, seen_at, until_at, scopes, label)
  VALUES ('hash-3', 'lim', 'MACHINE', 'OFFICER', 1772330400123456, 1772330400123456, 'INCIDENTS SITE', 'prison gate');
