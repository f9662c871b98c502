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

/// How far a request has come: what is agreed to now, who does and may still publish the record, who is missing.
struct Standing {
    std::int64_t version = 0;
    std::vector<Consenting> people{};
    MissingConsent missing{};
};
[[nodiscard]] Standing standing_of(const Office& office, db::Connection& connection, const Request& request);

/// What one organisation keeps to itself of a draft and of what is published with it, as far as `seen` sees it, and the
/// partnership whose parties have to agree. Nothing where no parties have to.
struct Sharing {
    Scope with;
    std::vector<Reference> records;
};
[[nodiscard]] std::optional<Sharing> sharing_needed(db::Connection& connection, db::Connection& seen, RecordKind kind,
                                                    const Uuid& id);

/// Puts down how a request ended; by nobody where the time did it.
void close(db::Connection& connection, Request& request, RequestState state, const std::optional<Id<Account>>& by,
           const Clock& clock);

/// Publishes, or saves the form, in the name and with the rights of `last`, who was the last to agree. What keeps it
/// from being done is one refusal. refusal.request.asker_gone {name} when who asked may not even propose it any more.
[[nodiscard]] Answered<Saved> carry_out_request(const Office& office, db::Connection& connection,
                                                const Request& request, const std::vector<Consenting>& people,
                                                const accounts::Actor& last);

/// Why something was not saved, in one.
[[nodiscard]] Refusal one_refusal(const NotSaved& why);

/// Makes a draft of its author of a proposed change that has come to nothing, unless they have another one of the
/// record.
void give_back(const Office& office, db::Connection& connection, const Request& request);

/// Closes what was asked for and has been done by publishing these.
void settle_published(db::Connection& connection, const std::vector<Reference>& published,
                      const std::optional<Id<Account>>& by, const Clock& clock);

} // namespace interregio::editing
