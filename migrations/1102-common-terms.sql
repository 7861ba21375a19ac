-- A beginning of the agency's word list: words that are mistyped everywhere. The agency edits it (用语检查表).
-- Source: 《现代汉语词典》 and 《第一批异形词整理表》 (recommended forms); our own choice of words.
insert into checked_terms (term, suggestion, severity, reason) values
  ('帐户', '账户', 'warning', '规范用字为“账户”。'),
  ('帐目', '账目', 'warning', '规范用字为“账目”。'),
  ('截止目前', '截至目前', 'warning', '“截止”后不带时间，应为“截至”。'),
  ('按装', '安装', 'warning', '错别字。'),
  ('部暑', '部署', 'warning', '错别字。'),
  ('布署', '部署', 'warning', '错别字。'),
  ('既使', '即使', 'warning', '错别字。'),
  ('再接再励', '再接再厉', 'warning', '错别字。'),
  ('重迭', '重叠', 'warning', '规范用字为“重叠”。'),
  ('峻工', '竣工', 'warning', '错别字。'),
  ('松驰', '松弛', 'warning', '错别字。'),
  ('座落', '坐落', 'warning', '规范用字为“坐落”。'),
  ('水份', '水分', 'warning', '规范用字为“水分”。'),
  ('份内', '分内', 'warning', '规范用字为“分内”。')
on conflict do nothing;
