#include "modules/editing/approval_steps.h"

#include "modules/editing/drafts.h"
#include "modules/editing/proposals.h"
#include "modules/journal/journal.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::editing {

using accounts::Actor;

namespace {

std::optional<Account> account_with(db::Connection& connection, Id<Account> id) {
    return accounts::find_for(connection, accounts::By::operator_of_server(), id);
}

} // namespace

bool is_public(db::Connection& connection, const Reference& one) {
    const auto visible_to = visibility_of(connection, one.kind, one.id);
    return visible_to && visible_to->is_public();
}

std::optional<Actor> active_actor(db::Connection& connection, Id<Account> id) {
    const auto account = account_with(connection, id);
    if (!account || account->state != accounts::AccountState::active) return std::nullopt;
    return Actor(*account);
}

Publication publication_of(db::Connection& connection, RequestKind what, RecordKind kind, const Uuid& record,
                           const std::string& author) {
    Publication publication;
    std::vector<Reference> all{{kind, record}};
    if (what == RequestKind::publish)
        for (const Reference& along : not_public_yet(connection, kind, record)) all.push_back(along);
    for (const Reference& one : all) {
        for_each_kind([&]<class T> {
            if (T::kind != one.kind) return;
            if (const auto found = find(connection, Id<T>(one.id))) weigh(connection, *found, publication);
        });
        publication.made_by.push_back(what == RequestKind::change ? author : last_author_of(connection, one.id));
    }
    return publication;
}

namespace {

/// The same with what a proposed form makes of it.
Publication publication_of(const Office& office, db::Connection& connection, const Request& request) {
    Publication publication = publication_of(connection, request.what, request.kind, request.record,
                                             accounts::name_of_account(connection, request.asked_by));
    const auto asker = account_with(connection, request.asked_by);
    if (request.what != RequestKind::change || !asker) return publication;
    const db::Viewer viewer = accounts::viewer_of(connection, Actor(*asker));
    const db::Reader seen = office.database.read_as(viewer);
    weigh_proposal(connection, {*seen, viewer, request.language}, store::form_of(connection, request), publication);
    return publication;
}

/// Those who agree to `version` and may still publish the record.
std::vector<Consenting> who_agrees(db::Connection& connection, const Request& request, std::int64_t version) {
    std::vector<Consenting> people;
    for (const store::Given& given : store::agreements(connection, request.id)) {
        if (given.version != version) continue;
        const auto actor = active_actor(connection, given.account);
        if (!actor || !permission(connection, *actor, request.kind, request.record).to_publish) continue;
        if (const auto person = consenting(*actor)) people.push_back(*person);
    }
    return people;
}

} // namespace

Standing standing_of(const Office& office, db::Connection& connection, const Request& request) {
    Standing standing{version_to_agree(connection, request.what, request.kind, request.record)};
    standing.people = who_agrees(connection, request, standing.version);
    standing.missing =
        missing_consent(connection, standing.people, [&] { return publication_of(office, connection, request); });
    return standing;
}

std::optional<Sharing> sharing_needed(db::Connection& connection, db::Connection& seen, RecordKind kind,
                                      const Uuid& id) {
    const PublishingRules rules = publishing_rules(connection);
    if (rules.parties_agree.empty()) return std::nullopt;
    const Publication publication = publication_of(connection, RequestKind::publish, kind, id, {});
    const auto asked = std::ranges::find_if(publication.partnerships,
                                            [&](const auto& one) { return rules.parties_agree.contains(one.first); });
    if (asked == publication.partnerships.end()) return std::nullopt;
    Sharing sharing{asked->first, {}};
    std::vector<Reference> all = not_public_yet(connection, kind, id);
    all.push_back({kind, id});
    for (const Reference& one : all) {
        const auto visible_to = visibility_of(seen, one.kind, one.id);
        if (visible_to && visible_to->only && std::holds_alternative<Id<Organisation>>(*visible_to->only))
            sharing.records.push_back(one);
    }
    return sharing;
}

void close(db::Connection& connection, Request& request, RequestState state, const std::optional<Id<Account>>& by,
           const Clock& clock) {
    request.state = state;
    request.closed_by = by;
    request.closed_at = timestamp(clock.now());
    store::change(connection, request);
}

Refusal one_refusal(const NotSaved& why) {
    if (why.refusal) return *why.refusal;
    if (!why.problems.empty()) return why.problems.front().refusal;
    return {"refusal.request.collides", {}};
}

Answered<Saved> carry_out_request(const Office& office, db::Connection& connection, const Request& request,
                                  const std::vector<Consenting>& people, const Actor& last) {
    const auto asker = active_actor(connection, request.asked_by);
    if (!asker || !permission(connection, *asker, request.kind, request.record).to_propose)
        return not_saved("refusal.request.asker_gone",
                         {{"name", accounts::name_of_account(connection, request.asked_by)}});
    // A form is about what the one who filled it in has seen.
    const bool changes = request.what == RequestKind::change;
    const db::Viewer viewer = accounts::viewer_of(connection, changes ? *asker : last);
    const db::Reader seen = office.database.read_as(viewer);
    EditContext context{connection, *seen, viewer, last, request.language, office.clock, office.spoken};
    context.consenting = people;
    if (changes) context.in_name_of = asker->name();
    const std::int64_t before = last_sequence(connection);
    std::vector<Reference> published;
    if (!changes) published = not_public_yet(connection, request.kind, request.record);
    const SaveResult done = changes ? save_form(context, store::form_of(connection, request))
                                    : publish(context, request.kind, request.record);
    if (!done) return std::unexpected(NotSaved{.refusal = one_refusal(done.error())});
    const std::int64_t after = last_sequence(connection);
    if (after > before) store::put_entries(connection, request.id, before + 1, after);
    settle_published(connection, published, last.account(), office.clock);
    return *done;
}

void give_back(const Office& office, db::Connection& connection, const Request& request) {
    if (request.what != RequestKind::change || draft_of(connection, request.asked_by, request.record)) return;
    // Refused where they have more drafts than anybody may: then it stays a request that others have seen.
    [[maybe_unused]] const auto kept = keep(
        connection, request.asked_by, {{}, store::form_of(connection, request), request.language, {}}, office.clock);
}

void settle_published(db::Connection& connection, const std::vector<Reference>& published,
                      const std::optional<Id<Account>>& by, const Clock& clock) {
    for (const Reference& one : published) {
        auto request = store::open_of(connection, one.id);
        if (!request || request->what != RequestKind::publish || !is_public(connection, one)) continue;
        close(connection, *request, RequestState::published, by, clock);
    }
}

} // namespace interregio::editing
