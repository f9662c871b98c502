#include "modules/editing/approvals.h"

#include "modules/editing/approval_steps.h"
#include "modules/record/records.h"

namespace interregio::editing {

using accounts::Actor;

namespace {

/// What would come of it, found out by doing it and taking it back; in the name of somebody who may propose it.
SaveResult tried(const Office& office, const Actor& actor, const Asking& asked) {
    return office.database.try_out([&](db::Connection& connection) {
        const db::Viewer viewer = accounts::viewer_of(connection, actor);
        const db::Reader seen = office.database.read_as(viewer);
        EditContext context{connection, *seen, viewer, actor, asked.language, office.clock, office.spoken};
        context.rights = EditContext::Rights::of_editors;
        return asked.form ? save_form(context, *asked.form) : publish(context, asked.kind, asked.record);
    });
}

/// Shows a draft of one organisation, and what is published with it, to the partnership that has to agree.
std::expected<void, NotSaved> share(EditContext context, RecordKind kind, const Uuid& id) {
    const auto sharing = sharing_needed(context.connection, context.seen, kind, id);
    if (!sharing) return {};
    context.rights = EditContext::Rights::of_editors;
    for (const Reference& one : sharing->records)
        if (const auto shown = show_to(context, one.kind, one.id, {sharing->with}); !shown)
            return std::unexpected(shown.error());
    return {};
}

/// After somebody has agreed: is it enough, and is it time?
Answered<Outcome> conclude(const Office& office, db::Connection& connection, Request request, const Actor& last,
                           Outcome otherwise) {
    const Standing standing = standing_of(office, connection, request);
    if (!standing.missing.none()) {
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
    const auto done = carry_out_request(office, connection, request, standing.people, last);
    if (!done) return std::unexpected(done.error());
    close(connection, request, RequestState::published, last.account(), office.clock);
    return request.what == RequestKind::change ? Outcome::saved : Outcome::published;
}

/// Closes an earlier request of the same person; refuses where it is somebody else's.
std::expected<void, NotSaved> make_room(const Office& office, db::Connection& connection, const Actor& actor,
                                        const Uuid& record) {
    auto open = store::open_of(connection, record);
    if (!open) return {};
    if (open->asked_by != actor.account())
        return not_saved("refusal.request.other_open",
                         {{"name", accounts::name_of_account(connection, open->asked_by)}});
    close(connection, *open, RequestState::replaced, actor.account(), office.clock);
    return {};
}

/// Whether it can be asked for now.
std::expected<void, NotSaved> check_asked(db::Connection& connection, db::Connection& seen, const Actor& actor,
                                          const Asking& asked) {
    if (!key_of_id(seen, asked.kind, asked.record)) return not_saved("refusal.editing.not_there");
    if (!permission(connection, actor, asked.kind, asked.record).to_propose)
        return not_saved("refusal.editing.not_allowed");
    if (is_public(connection, {asked.kind, asked.record}) != asked.form.has_value())
        return not_saved("refusal.editing.changed_since");
    if (!asked.form && asked.version != version_to_agree(connection, RequestKind::publish, asked.kind, asked.record))
        return not_saved("refusal.request.changed_since");
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
    request.answer = answer;
    close(connection, request, state, actor.account(), office.clock);
    give_back(office, connection, request);
    return {};
}

} // namespace

Answered<Outcome> ask(const Office& office, const Actor& actor, const Asking& asked) {
    if (asked.note.size() > longest_note) return not_saved("refusal.request.note_long");
    if (asked.due_at && *asked.due_at <= office.clock.now()) return not_saved("refusal.moment.past");
    if (const auto would = tried(office, actor, asked); !would)
        return std::unexpected(would.error());
    else if (asked.form && would->what == Change::unchanged)
        return not_saved("refusal.request.nothing");
    return office.database.write([&](db::Connection& connection) -> Answered<Outcome> {
        const auto now = active_actor(connection, actor.account().value());
        return now ? ask_in(office, connection, *now, asked) : not_saved("refusal.editing.not_allowed");
    });
}

Answered<Outcome> agree(const Office& office, const Actor& actor, const Uuid& id, std::int64_t version) {
    return office.database.write([&](db::Connection& connection) -> Answered<Outcome> {
        const auto now = active_actor(connection, actor.account().value());
        if (!now) return not_saved("refusal.editing.not_allowed");
        const auto request = open_for(office, connection, *now, id);
        if (!request) return std::unexpected(NotSaved{.refusal = request.error()});
        if (!permission(connection, *now, request->kind, request->record).to_publish)
            return not_saved("refusal.editing.not_allowed");
        if (version != version_to_agree(connection, request->what, request->kind, request->record))
            return not_saved("refusal.request.changed_since");
        for (const store::Given& given : store::agreements(connection, id))
            if (given.account == now->account() && given.version == version)
                return not_saved("refusal.request.agreed_already");
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
