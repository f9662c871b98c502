#pragma once
// What the operations on requests share: whose agreement counts, what is missing, carrying it out. Internal to the
// module; all in the caller's transaction.

#include "modules/editing/approval_store.h"

namespace interregio::editing {

/// Somebody as they are now: nothing when their account is not active.
[[nodiscard]] std::optional<accounts::Actor> active_actor(db::Connection& connection, Id<Account> id);

[[nodiscard]] bool is_public(db::Connection& connection, const Reference& one);

/// What the rules ask of what is requested. `author` is who changes it, where it is a change.
[[nodiscard]] Publication publication_of(db::Connection& connection, RequestKind what, RecordKind kind,
                                         const Uuid& record, const std::string& author);
/// The same with what a proposed form makes of it.
[[nodiscard]] Publication publication_of(const Office& office, db::Connection& connection, const Request& request);

/// Those who agree to `version` and may still publish the record.
[[nodiscard]] std::vector<Consenting> who_agrees(db::Connection& connection, const Request& request,
                                                 std::int64_t version);

/// Publishes, or saves the form, in the name and with the rights of `last`, who was the last to agree. What keeps it
/// from being done is one refusal. refusal.request.asker_gone {name} when who asked may not even propose it any more.
[[nodiscard]] Answered<Saved> carry_out_request(const Office& office, db::Connection& connection,
                                                const Request& request, const std::vector<Consenting>& people,
                                                const accounts::Actor& last);

/// Why something was not saved, in one.
[[nodiscard]] Refusal one_refusal(const NotSaved& not_saved);

/// Makes a draft of its author of a proposed change that has come to nothing, unless they have another one of the
/// record.
void give_back(const Office& office, db::Connection& connection, const Request& request);

/// Closes what was asked for and has been done by publishing these.
void settle_published(db::Connection& connection, const std::vector<Reference>& published,
                      const std::optional<Id<Account>>& by, const Clock& clock);

} // namespace interregio::editing
