// What becomes public when its time has come.
#include "modules/editing/approval_steps.h"
#include "modules/record/records.h"

#include <algorithm>
#include <exception>

namespace interregio::editing {

using accounts::Actor;

namespace {

bool is_there(db::Connection& connection, const Request& request) {
    return key_of_id(connection, request.kind, request.record).has_value();
}

/// Why those who have agreed are not enough any more.
NotSaved why_not_enough(db::Connection& connection, const Request& request, std::int64_t version) {
    const auto given = store::agreements(connection, request.id);
    if (std::ranges::any_of(given, [&](const store::Given& one) { return one.version != version; }))
        return {.refusal = Refusal{"refusal.request.changed_meanwhile", {}}};
    for (const store::Given& one : given) {
        const auto actor = active_actor(connection, one.account);
        if (actor && permission(connection, *actor, request.kind, request.record).to_publish) continue;
        return {.refusal = Refusal{actor ? "refusal.request.role_ended" : "refusal.request.not_active",
                                   {{"name", accounts::name_of_account(connection, one.account)}}}};
    }
    return {.refusal = Refusal{"refusal.request.rules_changed", {}}};
}

/// The state it is in now; nothing when it is not its turn any more.
Answered<std::optional<Carried>> carry_out_due(const Office& office, db::Connection& connection, const Uuid& id) {
    auto request = store::find(connection, id);
    if (!request || request->state != RequestState::waiting || !request->due_at ||
        *request->due_at > office.clock.now())
        return std::nullopt;
    if (!is_there(connection, *request)) return not_saved("refusal.request.gone");
    const auto [version, people, missing] = standing_of(office, connection, *request);
    if (!missing.none()) return std::unexpected(why_not_enough(connection, *request, version));
    // In the name of the one who was the last to agree: they must still be one of those whose word counts.
    const auto last = request->ready_by ? active_actor(connection, *request->ready_by) : std::nullopt;
    if (!last || std::ranges::find(people, *request->ready_by, &Consenting::account) == people.end())
        return std::unexpected(why_not_enough(connection, *request, version));
    const auto done = carry_out_request(office, connection, *request, people, *last);
    if (!done) return std::unexpected(done.error());
    close(connection, *request, RequestState::published, {}, office.clock);
    return Carried{id, RequestState::published};
}

/// What others than the one who would have published it see of the reason does not name what only they can see.
Refusal reason_for_all(const NotSaved& why) {
    Refusal reason = one_refusal(why);
    if (reason.key == "refusal.editing.not_public_enough") return {"refusal.editing.needed_unseen", {}};
    return reason;
}

std::optional<Carried> fail(const Office& office, db::Connection& connection, const Uuid& id, const Refusal& reason) {
    auto request = store::find(connection, id);
    if (!request || request->state != RequestState::waiting) return std::nullopt;
    request->reason = reason;
    close(connection, *request, RequestState::failed, {}, office.clock);
    give_back(office, connection, *request);
    return Carried{id, RequestState::failed, reason.key};
}

std::optional<Carried> publish_or_fail(const Office& office, const Uuid& id) {
    const auto done =
        office.database.write([&](db::Connection& connection) { return carry_out_due(office, connection, id); });
    if (done) return *done;
    const Refusal reason = reason_for_all(done.error());
    return office.database.write([&](db::Connection& connection) { return fail(office, connection, id, reason); });
}

} // namespace

std::vector<Carried> publish_due(const Office& office, const std::function<bool()>& stop) {
    const std::vector<Uuid> due = store::due(*office.database.read(), office.clock.now());
    std::vector<Carried> carried;
    std::exception_ptr trouble;
    for (const Uuid& id : due) {
        if (stop()) break;
        try {
            if (const auto one = publish_or_fail(office, id)) carried.push_back(*one);
        } catch (const std::exception&) { // one that cannot be done keeps no other from being done
            trouble = std::current_exception();
        }
    }
    if (trouble) std::rethrow_exception(trouble);
    return carried;
}

} // namespace interregio::editing
