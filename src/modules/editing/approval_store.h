#pragma once
// Requests in the database. Internal to the module: nothing here asks who may.
// All take a connection inside a transaction; what changes something needs the write transaction.

#include "modules/editing/approvals.h"

namespace interregio::editing::store {

[[nodiscard]] std::optional<Request> find(db::Connection& connection, const Uuid& id);
[[nodiscard]] std::optional<Request> open_of(db::Connection& connection, const Uuid& record);
/// Open ones, the oldest first.
[[nodiscard]] std::vector<Request> all_open(db::Connection& connection);
/// Of which somebody is the one who asked or agreed, the newest first; closed ones only when closed after `since`.
[[nodiscard]] std::vector<Request> of_account(db::Connection& connection, Id<Account> account, std::string_view since);
/// Agreed to, and due by then.
[[nodiscard]] std::vector<Uuid> due(db::Connection& connection, Clock::Time now);

void add(db::Connection& connection, const Request& request);
/// State, who was the last to agree, how it was closed.
void change(db::Connection& connection, const Request& request);

/// The fields of the form and, as "choice:…", how collisions are settled.
[[nodiscard]] FilledIn form_of(db::Connection& connection, const Request& request);
void put_form(db::Connection& connection, const Uuid& request, const FilledIn& form);

struct Given {
    Id<Account> account;
    std::int64_t version = 0;
    std::string at;
};
/// In the order in which they were given.
[[nodiscard]] std::vector<Given> agreements(db::Connection& connection, const Uuid& request);
/// In place of an earlier one of the same person.
void put_agreement(db::Connection& connection, const Uuid& request, const Given& given);

/// The entries of the journal that a request became.
void put_entries(db::Connection& connection, const Uuid& request, std::int64_t first, std::int64_t last);
/// Those of the requests that became an entry of the record.
struct Entries {
    Uuid request;
    Id<Account> asked_by;
    std::int64_t first = 0;
    std::int64_t last = 0;
};
[[nodiscard]] std::vector<Entries> entries_of(db::Connection& connection, const Uuid& record);

} // namespace interregio::editing::store
