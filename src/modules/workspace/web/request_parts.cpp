#include "modules/workspace/web/request_parts.h"

#include "base/typed_moment.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/change_words.h"
#include "modules/workspace/web/record_parts.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using editing::MissingConsent;
using editing::Outcome;
using editing::RequestKind;
using editing::RequestState;
using editing::ShownRequest;

namespace {

constexpr std::string_view note_field = "request-note";
constexpr std::string_view day_field = "request-day";
constexpr std::string_view time_field = "request-time";

Node who_asks(const Call& call, const ShownRequest& shown) {
    const bool publishes = shown.request.what == RequestKind::publish;
    return p(fill(call.view.text(publishes ? "request.asks_to_publish" : "request.proposes"),
                  {{"name", text(shown.asked_by)},
                   {"organisation", text(organisation_name(call, shown.organisation))},
                   {"at", moment(call.view, shown.request.asked_at)}}));
}

Node due_words(const Call& call, const ShownRequest& shown) {
    if (!shown.request.due_at) return {};
    const bool waits = shown.request.state == RequestState::waiting && shown.missing.none();
    return p(fill(call.view.text(waits ? "request.waits" : "request.due"),
                  {{"at", moment(call.view, *shown.request.due_at)}}));
}

Node consents(const Call& call, const ShownRequest& shown) {
    if (shown.agreements.empty()) return {};
    const View& view = call.view;
    return group(h3(cls("kern-heading-small"), view.text("request.agreed")),
                 ul(each(shown.agreements, [&](const editing::GivenConsent& given) {
                     return li(given.name, " (", organisation_name(call, given.organisation), "), ",
                               moment(view, given.at),
                               when(!given.counts, [&] { return group(" – ", view.text("request.void")); }));
                 })));
}

Node agree_form(const Call& call, const ShownRequest& shown, const std::string& path) {
    const editing::Request& request = shown.request;
    const bool again = shown.is_own || shown.changed_since;
    return button_form(call, path, call.view.text(again ? "request.agree_again" : "request.agree"), Weight::primary,
                       group(hidden_field("do", "agree"), hidden_field("request", request.id.text()),
                             hidden_field("version", std::to_string(shown.version))));
}

Node decline_form(const Call& call, const ShownRequest& shown, const std::string& path, const FormErrors& errors) {
    const View& view = call.view;
    const bool open = errors.of("why") != nullptr;
    return details(cls("request-more"), when(open, attribute<"open">("")), summary(view.text("request.decline")),
                   post_form(call, path,
                             group(hidden_field("do", "decline"), hidden_field("request", shown.request.id.text()),
                                   text_area(view,
                                             {.name = "why",
                                              .label = view.text("request.why"),
                                              .value = call.field("why"),
                                              .hint = view.text("request.why.hint", {{"name", shown.asked_by}})},
                                             errors),
                                   submit_button(view.text("request.decline.send"), Weight::secondary))));
}

Node answers(const Call& call, const ShownRequest& shown, const FormErrors& errors) {
    const std::string path = call.paths.request(shown.request.kind, shown.request.record.text());
    return group(div(cls("buttons"), when(shown.may_agree, [&] { return agree_form(call, shown, path); }),
                     when(shown.is_own,
                          [&] {
                              return button_form(call, path, call.view.text("request.take_back"), Weight::secondary,
                                                 group(hidden_field("do", "take_back"),
                                                       hidden_field("request", shown.request.id.text())));
                          })),
                 when(shown.may_decline, [&] { return decline_form(call, shown, path, errors); }));
}

} // namespace

editing::Office office_of(const Workspace& workspace) {
    return {workspace.database(), workspace.clock(), Catalogue::spoken()};
}

bool is_request_field(std::string_view name) { return name.starts_with("request-"); }

Node missing_list(const Call& call, const MissingConsent& missing) {
    const View& view = call.view;
    return ul(when(missing.publisher, [&] { return li(view.text("request.missing.publisher")); }),
              when(missing.second_person, [&] { return li(view.text("request.missing.second_person")); }),
              each(missing.parties, [&](const Id<Organisation>& party) {
                  return li(view.text("request.missing.party", {{"name", organisation_name(call, party)}}));
              }));
}

std::optional<ShownRequest> request_of_record(const Workspace& workspace, const Call& call, RecordKind kind,
                                              const Uuid& id) {
    const auto all = workspace.database().read();
    editing::RecordNames names(call.connection, call.view.language());
    auto shown = editing::open_request(
        office_of(workspace), {*all, call.connection, call.viewer, names, call.view.words}, call.by().actor, kind, id);
    // `all` was lent after the connection of the page: nobody agrees to what the page does not show.
    if (shown) shown->version = std::min(shown->version, call.journal);
    return shown;
}

Node open_request_part(const Call& call, const ShownRequest& shown, const FormErrors& errors) {
    const View& view = call.view;
    const bool publishes = shown.request.what == RequestKind::publish;
    return section(
        cls("workspace-part request"), id("request"),
        h2(cls("kern-heading-large"), view.text(publishes ? "request.heading.publish" : "request.heading.change")),
        who_asks(call, shown),
        when(!shown.request.note.empty(), [&] { return blockquote(cls("request__note"), shown.request.note); }),
        due_words(call, shown), when(shown.changed_since, [&] { return notice(view.text("request.changed_since")); }),
        when(!shown.changes.empty(),
             [&] {
                 return group(h3(cls("kern-heading-small"), view.text("request.changes")),
                              changes_list(view, shown.changes));
             }),
        consents(call, shown),
        when(!shown.missing.none(),
             [&] {
                 return group(h3(cls("kern-heading-small"), view.text("request.missing")),
                              missing_list(call, shown.missing));
             }),
        answers(call, shown, errors));
}

Node request_fields(const Call& call, const FormErrors& errors) {
    const View& view = call.view;
    return group(text_area(view,
                           {.name = note_field,
                            .label = view.text("request.note"),
                            .value = call.field(note_field),
                            .hint = view.text("request.note.hint"),
                            .need = Field::Need::optional},
                           errors),
                 fieldset(cls("request__time"), legend(cls("kern-label"), view.text("request.time")),
                          p(cls("kern-hint"), view.text("request.time.hint")),
                          div(cls("form__row"),
                              input_field(view,
                                          {.name = day_field,
                                           .label = view.text("request.day"),
                                           .value = call.field(day_field),
                                           .autocomplete = "off",
                                           .need = Field::Need::optional},
                                          errors),
                              input_field(view,
                                          {.name = time_field,
                                           .label = view.text("request.time_of_day"),
                                           .value = call.field(time_field),
                                           .type = "time",
                                           .need = Field::Need::optional},
                                          errors))));
}

RequestFields read_request_fields(const Call& call) {
    RequestFields fields{std::string(editing::without_margin(call.field(note_field))), {}, {}};
    if (fields.note.size() > editing::longest_note)
        fields.errors.list.push_back({std::string(note_field), {"refusal.request.note_long", {}}});
    const std::string day(editing::without_margin(call.field(day_field)));
    const std::string time(editing::without_margin(call.field(time_field)));
    if (day.empty() && time.empty()) {
        if (call.field("do") == schedule_button)
            fields.errors.list.push_back({std::string(day_field), {"refusal.moment.none", {}}});
        return fields;
    }
    const auto read = read_typed_moment(day, time, call.view.language());
    if (read)
        fields.due_at = *read;
    else
        fields.errors.list.push_back(
            {std::string(read.error().field == MomentRefusal::Field::day ? day_field : time_field),
             read.error().refusal});
    return fields;
}

Node ask_part(const Call& call, RecordKind kind, const Uuid& id, const editing::PublishingNeeds& needs,
              const FormErrors& errors) {
    const View& view = call.view;
    const MissingConsent& missing = needs.missing;
    const Node form =
        post_form(call, call.paths.request(kind, id.text()),
                  group(hidden_field("do", missing.none() ? schedule_button : "ask"),
                        hidden_field("version", std::to_string(needs.version)), request_fields(call, errors),
                        submit_button(view.text(missing.none() ? "request.schedule" : "request.ask"),
                                      missing.none() ? Weight::secondary : Weight::primary)));
    if (missing.none())
        return details(cls("request-more"), when(!errors.empty(), attribute<"open">("")),
                       summary(view.text("request.later")), p(view.text("request.later.lead")), form);
    return part(view.text("request.ask.heading"),
                group(p(view.text("request.ask.lead")), missing_list(call, missing),
                      when(needs.shares, [&] { return p(view.text("request.shares")); }), form));
}

std::string_view done_word(Outcome outcome) {
    switch (outcome) {
    case Outcome::asked:
        return "asked";
    case Outcome::agreed:
        return "agreed";
    case Outcome::waiting:
        return "waiting";
    case Outcome::published:
        return "published";
    case Outcome::saved:
        break;
    }
    return "saved";
}

} // namespace interregio::workspace::web
