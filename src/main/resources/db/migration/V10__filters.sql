-- For looking through a million people: by domain, and by the state of a place that few have.
create index subscriber_domain on subscriber (domain, id);
create index subscription_status on subscription (status, subscriber_id);
