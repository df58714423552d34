-- One row per document, converted or not: how much of it was read, and how far its promises name an owner and a date.
-- claimed_share is the share of the words in its plan tables that a record claims, null where it has no such table;
-- residue counts the passages that none claims. promises are the rows of actions_due; with_date: a start or a due date,
-- unsure: those whose confidence is below 0.5.
select
  d.document_id,
  d.organisation,
  d.title as plan,
  d.source_name,
  d.status,
  d.reason,
  d.period_start,
  d.period_end,
  d.page_count,
  d.table_words,
  d.claimed_words,
  1.0 * d.claimed_words / nullif(d.table_words, 0) as claimed_share,
  coalesce(s.residue, 0) as residue,
  coalesce(r.records, 0) as records,
  coalesce(a.promises, 0) as promises,
  coalesce(a.with_owner, 0) as with_owner,
  coalesce(a.with_date, 0) as with_date,
  coalesce(a.unsure, 0) as unsure
from planledger.documents d
left join (
  select document_id, count(*) as records from planledger.records group by document_id
) r on r.document_id = d.document_id
left join (
  select document_id, count(*) as residue from planledger.residue group by document_id
) s on s.document_id = d.document_id
left join (
  select
    document_id,
    count(*) as promises,
    count(case when owners > 0 then 1 end) as with_owner,
    count(case when starts is not null or latest_due is not null then 1 end) as with_date,
    count(case when confidence < 0.5 then 1 end) as unsure
  from planledger.actions_due
  group by document_id
) a on a.document_id = d.document_id
