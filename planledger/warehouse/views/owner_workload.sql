-- One row per owner of an organisation: what the promises of its plans ask of one person, post, team or other body.
-- Owners are told apart by name, written out where a plan says what initials stand for, and by kind; those taken from
-- the row above count as owners like any other. leads and supports count promises; of those that it leads, overdue,
-- ongoing and undated count as in actions_due; next_due is the first day from today on.
select
  a.organisation,
  o.owner,
  o.kind,
  count(distinct a.document_id) as plans,
  count(distinct case when o.leads = 1 then a.record_id end) as leads,
  count(distinct case when o.leads = 0 then a.record_id end) as supports,
  count(distinct case when o.leads = 1 and a.overdue then a.record_id end) as overdue,
  count(distinct case when o.leads = 1 and a.ongoing then a.record_id end) as ongoing,
  count(distinct case when o.leads = 1 and a.starts is null and a.latest_due is null then a.record_id end) as undated,
  min(case when o.leads = 1 then a.latest_due end) as first_due,
  min(case when o.leads = 1 and a.latest_due >= current_date then a.latest_due end) as next_due,
  max(case when o.leads = 1 then a.latest_due end) as last_due
from planledger.actions_due a
join (
  select
    document_id,
    record_id,
    coalesce(expanded, name) as owner,
    kind,
    max(case when part = 'lead' then 1 else 0 end) as leads
  from planledger.owners
  group by document_id, record_id, coalesce(expanded, name), kind
) o on o.document_id = a.document_id and o.record_id = a.record_id
group by a.organisation, o.owner, o.kind
