-- One row or more of every table, as version 0.1.0 wrote them at schema 10. Nobody in it exists.
INSERT INTO incident (id, subject, state, severity, opened_at, last_alert_at, alerts, tier, dispatch_asked_by, escalates_at, open_since, cause)
  VALUES ('f03e39d4-e191-4603-b204-781856b5584a', 'order-1', 'OPEN', 'WARNING', 1772330400123456, 1772330400123456, 1, 1, NULL, 1772330409123456, 1772330400123456, 'ORDER');
INSERT INTO incident_event (incident, number, kind, detail)
  VALUES ('f03e39d4-e191-4603-b204-781856b5584a', 1, 'ALERT_JOINED', '{"at":"2026-03-01T02:00:00.123456Z","alert":"d097d948-b852-41c1-bf07-9efedef54213","severity":"WARNING"}');
INSERT INTO incident_event (incident, number, kind, detail)
  VALUES ('f03e39d4-e191-4603-b204-781856b5584a', 2, 'ESCALATED', '{"at":"2026-03-01T02:00:00.123456Z","tier":1}');
INSERT INTO alert (id, incident, taken_at, detail, evidence, kind)
  VALUES ('d097d948-b852-41c1-bf07-9efedef54213', 'f03e39d4-e191-4603-b204-781856b5584a', 1772330400123456, '{"key":"e6975eb0-b584-4262-a5d4-805a53d851d4","at":"2026-03-01T02:00:00.123456Z","incident":"f03e39d4-e191-4603-b204-781856b5584a","alert":"e6975eb0-b584-4262-a5d4-805a53d851d4","tier":0,"severity":"DANGER","order":"order-1","respondent":"respondent-1","place":"home","camera":"door","metres":3.25,"trend":"APPROACHING","seen":"2026-03-01T02:00:00.123456Z","decided":"2026-03-01T02:00:00.123456Z"}', NULL, 'THREAT');
INSERT INTO outbox (id, channel, queue, key, urgency, body, created_at, due_at, attempts, state, last_error, kind)
  VALUES (1, 'console', 'THREAT', 'e6975eb0-b584-4262-a5d4-805a53d851d4', 2, '{"key":"e6975eb0-b584-4262-a5d4-805a53d851d4","at":"2026-03-01T02:00:00.123456Z","incident":"00000000-0000-0001-0000-000000000001","alert":"e6975eb0-b584-4262-a5d4-805a53d851d4","tier":0,"severity":"DANGER","order":"order-1","respondent":"respondent-1","place":"home","camera":"door","metres":3.25,"trend":"APPROACHING","seen":"2026-03-01T02:00:00.123456Z","decided":"2026-03-01T02:00:00.123456Z"}', 1772330400123456, 1772330400123456, 0, 'WAITING', NULL, 'THREAT');
INSERT INTO outbox (id, channel, queue, key, urgency, body, created_at, due_at, attempts, state, last_error, kind)
  VALUES (2, 'console', 'TECHNICAL', 'd0d4d3ee-782f-4456-8ddb-7967f2bb47ba', 0, '{"key":"d0d4d3ee-782f-4456-8ddb-7967f2bb47ba","at":"2026-03-01T02:00:00.123456Z","code":"camera-down","parts":["door"],"over":false}', 1772330400123456, 1772330400123456, 0, 'WAITING', NULL, 'TECHNICAL');
INSERT INTO protection_order (id, respondent, issued, valid_until, templates_until)
  VALUES ('order-1', 'respondent-1', '{"order":{"id":"order-1","reference":"2026-cho-17","kind":"PROVISIONAL","offence":"STALKING","legalBasis":"Act on Punishment of Stalking Crimes, Art. 9","issuedBy":"Seoul Central District Court","respondent":"respondent-1","protectedPeople":["p2","p1"],"places":["school","home"],"riskGrade":"HIGH","validity":{"from":"2026-03-01T02:00:00.123456Z","until":"2026-03-31T02:00:00.123456Z"}},"demands":[{"kind":"STAY_AWAY","metres":150.0},{"kind":"NO_CONTACT","metres":0.0},{"kind":"LEAVE_HOME","metres":0.0},{"kind":"ELECTRONIC_MONITORING","metres":2000.0}]}', 1774922400123456, 1774922400123456);
INSERT INTO protection_order (id, respondent, issued, valid_until, templates_until)
  VALUES ('order-2', 'respondent-2', '{"order":{"id":"order-2","reference":"2026-cho-17","kind":"PROVISIONAL","offence":"STALKING","legalBasis":"Act on Punishment of Stalking Crimes, Art. 9","issuedBy":"Seoul Central District Court","respondent":"respondent-2","protectedPeople":["p2","p1"],"places":["school","home"],"riskGrade":"HIGH","validity":{"from":"2026-03-01T02:00:00.123456Z","until":"2026-03-31T02:00:00.123456Z"}},"demands":[{"kind":"STAY_AWAY","metres":150.0},{"kind":"NO_CONTACT","metres":0.0},{"kind":"LEAVE_HOME","metres":0.0},{"kind":"ELECTRONIC_MONITORING","metres":2000.0}]}', 1774922400123456, 1772330461123456);
INSERT INTO order_event (order_id, number, kind, detail)
  VALUES ('order-2', 1, 'SUSPENDED', '{"at":"2026-03-01T02:01:00.123456Z","reason":"appeal"}');
INSERT INTO template (id, order_id, respondent, model, model_version, key_name, sealed, enrolled_at, source)
  VALUES (1, 'order-1', 'respondent-1', 'net', '1', '0123456789abcdef0123456789abcdef', x'010203', 1772330400123456, 'photographs');
INSERT INTO purge (id, order_id, reason, asked_at, keys_gone_at, done_at)
  VALUES (1, 'order-2', 'SUSPENDED', 1772330400123456, 1772330400123457, 1772330400123458);
INSERT INTO approval (order_id, source, approved_by, approved_at)
  VALUES ('order-1', 'photographs', 'kim', 1772330400123456);
INSERT INTO ledger (position, subject_kind, subject, number, case_id, happened_at, kind, detail)
  VALUES (1, 'STATION', 'jongno', 1, NULL, 1772330400123456, 'StationFact.Placed', '{"at":"2026-03-01T02:00:00.123456Z","by":"import","name":"Jongno","location":{"latitude":37.57,"longitude":126.98}}');
INSERT INTO ledger (position, subject_kind, subject, number, case_id, happened_at, kind, detail)
  VALUES (2, 'STAFF', 'lim', 1, NULL, 1772330400123456, 'StaffFact.Posted', '{"at":"2026-03-01T02:00:00.123456Z","by":"import","role":"OFFICER","station":"jongno"}');
INSERT INTO ledger_turn (position)
  VALUES (2);
INSERT INTO site_reading (site, at, detail)
  VALUES ('seoul', 1772330400123456, '{}');
INSERT INTO watch_signal (serial, at, detail)
  VALUES ('sw-1', 1772330400123456, '{}');
INSERT INTO photograph (name, case_id, key_name, sealed, taken_by, taken_at)
  VALUES ('picture-1', 'case-1', 'fedcba9876543210fedcba9876543210', x'0405', 'lim', 1772330400123456);
INSERT INTO account (user_id, password_hash, totp_key, totp_sealed, totp_step, failures, failed_at)
  VALUES ('lim', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA', '00112233445566778899aabbccddeeff', x'06', 1, 0, 0);
INSERT INTO invitation (hash, user_id, kind, until_at, totp_key, totp_sealed)
  VALUES ('hash-1', 'kim', 'JOIN', 1772330400123456, NULL, NULL);
INSERT INTO user_session (hash, user_id, kind, role, seen_at, until_at)
  VALUES ('hash-2', 'lim', 'BROWSER', 'OFFICER', 1772330400123456, 1772330400123456);
