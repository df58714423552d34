-- One row per promise of a plan: an action, a step of one, a milestone, or a commitment in running text (see kind).
-- Groups, indicators and risks are none.
-- lead_owner is the first owner who leads, written out where the plan says what its initials stand for; owners counts
-- all owners, also those taken from the row above and those who support.
-- starts and latest_due are the earliest beginning and the latest day of its deadlines. overdue: latest_due lies before
-- today and the work is not said to be ongoing; whether it was done, only progress tells, in words. To ask for another
-- day than today: where latest_due < date '2010-04-01' and not ongoing.
select
  r.document_id,
  r.record_id,
  d.organisation,
  d.title as plan,
  r.page,
  r.position as place,
  r.kind,
  r.ref,
  r.parent_id,
  r.action,
  r.outcome,
  r.progress,
  lead.owner as lead_owner,
  lead.kind as lead_owner_kind,
  coalesce(o.owners, 0) as owners,
  r.deadline_text,
  coalesce(t.deadlines, 0) as deadlines,
  t.starts,
  t.latest_due,
  coalesce(t.ongoing, 0) = 1 as ongoing,
  coalesce(t.provisional, 0) = 1 as provisional,
  coalesce(t.recurring, 0) = 1 as recurring,
  coalesce(t.latest_due < current_date and t.ongoing = 0, false) as overdue,
  r.confidence,
  d.source_uri
from planledger.records r
join planledger.documents d on d.document_id = r.document_id
left join (
  select
    document_id,
    record_id,
    count(*) as owners,
    min(case when part = 'lead' then position end) as first_lead
  from planledger.owners
  group by document_id, record_id
) o on o.document_id = r.document_id and o.record_id = r.record_id
left join (
  select document_id, record_id, position, coalesce(expanded, name) as owner, kind
  from planledger.owners
) lead on lead.document_id = r.document_id and lead.record_id = r.record_id and lead.position = o.first_lead
left join (
  select
    document_id,
    record_id,
    count(*) as deadlines,
    min(start_date) as starts,
    max(due_date) as latest_due,
    max(case when ongoing then 1 else 0 end) as ongoing,
    max(case when provisional then 1 else 0 end) as provisional,
    max(case when recurrence is not null then 1 else 0 end) as recurring
  from planledger.deadlines
  group by document_id, record_id
) t on t.document_id = r.document_id and t.record_id = r.record_id
where r.kind in ('action', 'step', 'milestone', 'commitment')
