// Requests as they are looked at: of one record, and in lists.
#include "modules/editing/approval_steps.h"
#include "modules/editing/proposals.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::editing {

using accounts::Actor;

namespace {

constexpr std::chrono::days shown_after_closing{30};

/// As the one who asked sees the record, whether they may still sign in or not.
std::vector<FieldChange> changes_of_request(const Office& office, const HistoryReader& reader, const Request& request,
                                            const Account& asker) {
    const db::Viewer viewer = accounts::viewer_of(reader.connection, Actor(asker));
    const db::Reader seen = office.database.read_as(viewer);
    return changes_proposed(reader, {*seen, viewer, request.language}, store::form_of(reader.connection, request));
}

std::vector<GivenConsent> consents_of(db::Connection& connection, const Request& request,
                                      const std::vector<Consenting>& counting) {
    std::vector<GivenConsent> consents;
    for (const store::Given& given : store::agreements(connection, request.id)) {
        const auto account = accounts::find_for(connection, accounts::By::operator_of_server(), given.account);
        if (!account) continue;
        const bool counts = std::ranges::find(counting, given.account, &Consenting::account) != counting.end();
        consents.push_back({account->name, account->organisation, given.at, counts});
    }
    return consents;
}

bool has_agreed(db::Connection& connection, const Request& request, const Actor& actor, std::int64_t version) {
    return std::ranges::any_of(store::agreements(connection, request.id), [&](const store::Given& given) {
        return given.account == actor.account() && given.version == version;
    });
}

/// Whether the record has been changed since it was proposed, or since somebody agreed.
bool is_changed_since(db::Connection& connection, const Request& request, std::int64_t version) {
    if (request.what == RequestKind::change && request.made_from != version) return true;
    return std::ranges::any_of(store::agreements(connection, request.id),
                               [&](const store::Given& given) { return given.version != version; });
}

ListedRequest listed(db::Connection& connection, Request request, NamedRecord record) {
    const std::string closed_by =
        request.closed_by ? accounts::name_of_account(connection, *request.closed_by) : std::string();
    const std::string asked_by = accounts::name_of_account(connection, request.asked_by);
    return {std::move(request), std::move(record), asked_by, closed_by};
}

} // namespace

std::int64_t version_to_agree(db::Connection& connection, RequestKind what, RecordKind kind, const Uuid& record) {
    std::int64_t version = version_of(connection, record);
    if (what == RequestKind::publish)
        for (const Reference& along : not_public_yet(connection, kind, record))
            version = std::max(version, version_of(connection, along.id));
    return version;
}

MissingConsent missing_alone(db::Connection& connection, const Actor& actor, RequestKind what, RecordKind kind,
                             const Uuid& record) {
    std::vector<Consenting> people;
    if (permission(connection, actor, kind, record).to_publish)
        if (const auto person = consenting(actor)) people.push_back(*person);
    return missing_consent(connection, people,
                           [&] { return publication_of(connection, what, kind, record, actor.name()); });
}

PublishingNeeds publishing_needs(db::Connection& connection, db::Connection& seen, const Actor& actor, RecordKind kind,
                                 const Uuid& record) {
    const auto sharing = sharing_needed(connection, seen, kind, record);
    return {missing_alone(connection, actor, RequestKind::publish, kind, record),
            version_to_agree(connection, RequestKind::publish, kind, record), sharing && !sharing->records.empty()};
}

std::optional<ShownRequest> open_request(const Office& office, const HistoryReader& reader, const Actor& actor,
                                         RecordKind kind, const Uuid& record) {
    const auto request = store::open_of(reader.seen, record); // a view of what they may see
    if (!request || !permission(reader.connection, actor, kind, record).to_propose) return std::nullopt;
    const auto asker = accounts::find_for(reader.connection, accounts::By::operator_of_server(), request->asked_by);
    if (!asker) return std::nullopt;
    db::Connection& all = reader.connection;
    ShownRequest shown{*request, asker->name, asker->organisation};
    const Standing standing = standing_of(office, all, *request);
    shown.version = standing.version;
    shown.missing = standing.missing;
    shown.agreements = consents_of(all, *request, standing.people);
    shown.changed_since = is_changed_since(all, *request, shown.version);
    if (request->what == RequestKind::change) shown.changes = changes_of_request(office, reader, *request, *asker);
    shown.is_own = request->asked_by == actor.account();
    const bool publisher = permission(all, actor, kind, record).to_publish;
    shown.may_agree = publisher && !shown.missing.none() && !has_agreed(all, *request, actor, shown.version);
    shown.may_decline = publisher && !shown.is_own;
    return shown;
}

std::vector<ListedRequest> waiting_for(db::Connection& connection, db::Connection& seen, RecordNames& names,
                                       const Actor& actor) {
    std::vector<ListedRequest> waiting;
    for (Request& request : store::all_open(seen)) {
        if (request.asked_by == actor.account()) continue;
        const auto record = names.title(request.kind, request.record);
        if (!record || !permission(connection, actor, request.kind, request.record).to_publish) continue;
        const auto version = version_to_agree(connection, request.what, request.kind, request.record);
        // What waits for its time needs nobody, unless it has been changed since.
        if (request.state == RequestState::waiting && !is_changed_since(connection, request, version)) continue;
        if (!has_agreed(connection, request, actor, version))
            waiting.push_back(listed(connection, std::move(request), *record));
    }
    return waiting;
}

std::vector<ListedRequest> own_requests(db::Connection& seen, RecordNames& names, const Actor& actor,
                                        const Clock& clock) {
    std::vector<ListedRequest> own_ones;
    const std::string since = timestamp(clock.now() - shown_after_closing);
    for (Request& request : store::of_account(seen, *actor.account(), since)) {
        // Who has agreed is told when it came to nothing.
        const bool own = request.asked_by == actor.account();
        if (request.state == RequestState::published || (!own && request.state != RequestState::failed)) continue;
        if (const auto record = names.title(request.kind, request.record))
            own_ones.push_back(listed(seen, std::move(request), *record));
    }
    return own_ones;
}

std::vector<AgreedEntries> agreed_entries(db::Connection& seen, const Uuid& record) {
    std::vector<AgreedEntries> list;
    for (const store::Entries& entries : store::entries_of(seen, record)) {
        AgreedEntries told{entries.first, entries.last, accounts::name_of_account(seen, entries.asked_by)};
        for (const store::Given& given : store::agreements(seen, entries.request))
            if (given.account != entries.asked_by)
                told.agreed.push_back(accounts::name_of_account(seen, given.account));
        list.push_back(std::move(told));
    }
    return list;
}

} // namespace interregio::editing
