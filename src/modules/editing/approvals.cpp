#include "modules/editing/approvals.h"

#include "modules/editing/approval_steps.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::editing {

using accounts::Actor;

namespace {

std::unexpected<NotSaved> turn_down(std::string_view key, Refusal::Arguments arguments = {}) {
    return std::unexpected(NotSaved{.refusal = Refusal{std::string(key), std::move(arguments)}});
}

/// What would come of it, found out by doing it and taking it back; in the name of somebody who may propose it.
SaveResult tried(const Office& office, const Actor& actor, const Asking& asked) {
    std::optional<SaveResult> result;
    const std::expected<void, NotSaved> taken_back =
        office.database.write([&](db::Connection& connection) -> std::expected<void, NotSaved> {
            const db::Viewer viewer = accounts::viewer_of(connection, actor);
            const db::Reader seen = office.database.read_as(viewer);
            EditContext context{connection, *seen, viewer, actor, asked.language, office.clock, office.spoken};
            context.rights = EditContext::Rights::of_editors;
            result = asked.form ? save_form(context, *asked.form) : publish(context, asked.kind, asked.record);
            return std::unexpected(NotSaved{});
        });
    (void)taken_back;
    return std::move(*result);
}

/// The partnership whose parties have to agree and cannot see what one organisation keeps to itself.
std::optional<Scope> scope_to_share(const PublishingRules& rules, const Publication& publication) {
    for (const auto& [partnership, parties] : publication.partnerships)
        if (rules.parties_agree.contains(partnership)) return partnership;
    return std::nullopt;
}

/// Shows a draft of one organisation, and what is published with it, to the partnership that has to agree.
std::expected<void, NotSaved> share(EditContext context, RecordKind kind, const Uuid& id) {
    const auto scope =
        scope_to_share(publishing_rules(context.connection),
                       publication_of(context.connection, RequestKind::publish, kind, id, context.actor.name()));
    if (!scope) return {};
    context.rights = EditContext::Rights::of_editors;
    std::vector<Reference> all = not_public_yet(context.connection, kind, id);
    all.push_back({kind, id});
    for (const Reference& one : all) {
        bool internal = false;
        for_each_kind([&]<class T> {
            if (T::kind != one.kind) return;
            const auto record = find(context.seen, Id<T>(one.id));
            internal =
                record && record->visible_to.only && std::holds_alternative<Id<Organisation>>(*record->visible_to.only);
        });
        if (!internal) continue;
        if (const auto shown = show_to(context, one.kind, one.id, {scope}); !shown)
            return std::unexpected(shown.error());
    }
    return {};
}

/// After somebody has agreed: is it enough, and is it time?
Answered<Outcome> conclude(const Office& office, db::Connection& connection, Request request, const Actor& last,
                           Outcome otherwise) {
    const std::int64_t version = version_to_agree(connection, request.what, request.kind, request.record);
    const auto people = who_agrees(connection, request, version);
    const auto missing =
        missing_consent(publishing_rules(connection), publication_of(office, connection, request), people);
    if (!missing.none()) {
        request.state = RequestState::open;
        store::change(connection, request);
        return otherwise;
    }
    request.ready_by = last.account();
    if (request.due_at && *request.due_at > office.clock.now()) {
        request.state = RequestState::waiting;
        store::change(connection, request);
        return Outcome::waiting;
    }
    const auto done = carry_out_request(office, connection, request, people, last);
    if (!done) return std::unexpected(done.error());
    request.state = RequestState::published;
    request.closed_by = last.account();
    request.closed_at = timestamp(office.clock.now());
    store::change(connection, request);
    return request.what == RequestKind::change ? Outcome::saved : Outcome::published;
}

/// Closes an earlier request of the same person; refuses where it is somebody else's.
std::expected<void, NotSaved> make_room(const Office& office, db::Connection& connection, const Actor& actor,
                                        const Uuid& record) {
    auto open = store::open_of(connection, record);
    if (!open) return {};
    if (open->asked_by != actor.account())
        return turn_down("refusal.request.other_open",
                         {{"name", accounts::name_of_account(connection, open->asked_by)}});
    open->state = RequestState::replaced;
    open->closed_by = actor.account();
    open->closed_at = timestamp(office.clock.now());
    store::change(connection, *open);
    return {};
}

/// Whether it can be asked for now.
std::expected<void, NotSaved> check_asked(db::Connection& connection, db::Connection& seen, const Actor& actor,
                                          const Asking& asked) {
    if (!key_of_id(seen, asked.kind, asked.record)) return turn_down("refusal.editing.not_there");
    if (!permission(connection, actor, asked.kind, asked.record).to_propose)
        return turn_down("refusal.editing.not_allowed");
    if (is_public(connection, {asked.kind, asked.record}) != asked.form.has_value())
        return turn_down("refusal.editing.changed_since");
    if (!asked.form && asked.version != version_to_agree(connection, RequestKind::publish, asked.kind, asked.record))
        return turn_down("refusal.request.changed_since");
    return {};
}

Request new_request(const Office& office, const Actor& actor, const Asking& asked) {
    return {.id = Uuid::make(office.clock),
            .what = asked.form ? RequestKind::change : RequestKind::publish,
            .kind = asked.kind,
            .record = asked.record,
            .asked_by = *actor.account(),
            .asked_at = timestamp(office.clock.now()),
            .language = asked.language,
            .note = asked.note,
            .made_from = asked.form ? asked.form->version : 0,
            .collided = asked.form ? asked.form->collided : 0,
            .due_at = asked.due_at};
}

Answered<Outcome> ask_in(const Office& office, db::Connection& connection, const Actor& actor, const Asking& asked) {
    const db::Viewer viewer = accounts::viewer_of(connection, actor);
    const db::Reader seen = office.database.read_as(viewer);
    if (const auto checked = check_asked(connection, *seen, actor, asked); !checked)
        return std::unexpected(checked.error());
    if (const auto room = make_room(office, connection, actor, asked.record); !room)
        return std::unexpected(room.error());
    if (!asked.form) {
        const EditContext context{connection, *seen, viewer, actor, asked.language, office.clock, office.spoken};
        if (const auto shared = share(context, asked.kind, asked.record); !shared)
            return std::unexpected(shared.error());
    }
    const Request request = new_request(office, actor, asked);
    store::add(connection, request);
    if (asked.form) store::put_form(connection, request.id, *asked.form);
    if (!permission(connection, actor, asked.kind, asked.record).to_publish) return Outcome::asked;
    const std::int64_t version = version_to_agree(connection, request.what, request.kind, request.record);
    store::put_agreement(connection, request.id, {request.asked_by, version, request.asked_at});
    return conclude(office, connection, request, actor, Outcome::asked);
}

/// An open request of a record that somebody sees.
std::expected<Request, Refusal> open_for(const Office& office, db::Connection& connection, const Actor& actor,
                                         const Uuid& id) {
    auto request = store::find(connection, id);
    const db::Reader seen = office.database.read_as(accounts::viewer_of(connection, actor));
    if (!request || !key_of_id(*seen, request->kind, request->record))
        return std::unexpected(Refusal{"refusal.request.unknown", {}});
    if (!request->is_open()) return std::unexpected(Refusal{"refusal.request.closed", {}});
    return std::move(*request);
}

std::expected<void, Refusal> close_request(const Office& office, db::Connection& connection, Request request,
                                           RequestState state, const Actor& actor, const std::string& answer) {
    request.state = state;
    request.closed_by = actor.account();
    request.closed_at = timestamp(office.clock.now());
    request.answer = answer;
    store::change(connection, request);
    give_back(office, connection, request);
    return {};
}

} // namespace

Answered<Outcome> ask(const Office& office, const Actor& actor, const Asking& asked) {
    if (asked.note.size() > longest_note) return turn_down("refusal.request.note_long");
    if (asked.due_at && *asked.due_at <= office.clock.now()) return turn_down("refusal.moment.past");
    if (const auto would = tried(office, actor, asked); !would)
        return std::unexpected(would.error());
    else if (asked.form && would->what == Change::unchanged)
        return turn_down("refusal.request.nothing");
    return office.database.write([&](db::Connection& connection) -> Answered<Outcome> {
        const auto now = active_actor(connection, actor.account().value());
        return now ? ask_in(office, connection, *now, asked) : turn_down("refusal.editing.not_allowed");
    });
}

Answered<Outcome> agree(const Office& office, const Actor& actor, const Uuid& id, std::int64_t version) {
    return office.database.write([&](db::Connection& connection) -> Answered<Outcome> {
        const auto now = active_actor(connection, actor.account().value());
        if (!now) return turn_down("refusal.editing.not_allowed");
        const auto request = open_for(office, connection, *now, id);
        if (!request) return std::unexpected(NotSaved{.refusal = request.error()});
        if (!permission(connection, *now, request->kind, request->record).to_publish)
            return turn_down("refusal.editing.not_allowed");
        if (version != version_to_agree(connection, request->what, request->kind, request->record))
            return turn_down("refusal.request.changed_since");
        for (const store::Given& given : store::agreements(connection, id))
            if (given.account == now->account() && given.version == version)
                return turn_down("refusal.request.agreed_already");
        store::put_agreement(connection, id, {*now->account(), version, timestamp(office.clock.now())});
        return conclude(office, connection, *request, *now, Outcome::agreed);
    });
}

std::expected<void, Refusal> decline(const Office& office, const Actor& actor, const Uuid& id, const std::string& why) {
    if (without_margin(why).empty()) return std::unexpected(Refusal{"refusal.request.why", {}});
    if (why.size() > longest_note) return std::unexpected(Refusal{"refusal.request.note_long", {}});
    return office.database.write([&](db::Connection& connection) -> std::expected<void, Refusal> {
        const auto now = active_actor(connection, actor.account().value());
        if (!now) return std::unexpected(Refusal{"refusal.editing.not_allowed", {}});
        auto request = open_for(office, connection, *now, id);
        if (!request) return std::unexpected(request.error());
        if (!permission(connection, *now, request->kind, request->record).to_publish)
            return std::unexpected(Refusal{"refusal.editing.not_allowed", {}});
        return close_request(office, connection, std::move(*request), RequestState::declined, *now, why);
    });
}

std::expected<void, Refusal> take_back(const Office& office, const Actor& actor, const Uuid& id) {
    return office.database.write([&](db::Connection& connection) -> std::expected<void, Refusal> {
        auto request = open_for(office, connection, actor, id);
        if (!request) return std::unexpected(request.error());
        if (request->asked_by != actor.account()) return std::unexpected(Refusal{"refusal.editing.not_allowed", {}});
        return close_request(office, connection, std::move(*request), RequestState::taken_back, actor, {});
    });
}

SaveResult publish_at_once(EditContext& context, RecordKind kind, const Uuid& id) {
    std::vector<Reference> published = not_public_yet(context.connection, kind, id);
    published.push_back({kind, id});
    auto result = publish(context, kind, id);
    if (result) settle_published(context.connection, published, context.actor.account(), context.clock);
    return result;
}

bool has_open_request(db::Connection& connection, const Uuid& record) {
    return store::open_of(connection, record).has_value();
}

} // namespace interregio::editing
