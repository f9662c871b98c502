#include "modules/workspace/web/passkey_parts.h"

#include "modules/workspace/web/account_parts.h"
#include "platform/passkeys/passkey.h"

namespace interregio::workspace::web {

using namespace html;
using accounts::Ceremony;
using accounts::Passkey;

namespace {

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& one : list) text += (text.empty() ? "" : " ") + one;
    return text;
}

std::string algorithm_numbers() {
    std::vector<std::string> numbers;
    for (const auto algorithm : passkeys::all_algorithms)
        numbers.push_back(std::to_string(passkeys::cose_number(algorithm)));
    return joined(numbers);
}

/// Where the script says what went wrong in the browser; and the script.
Node trouble_and_script(const View& view) {
    constexpr Element<"script"> script;
    return group(div(cls("passkey-trouble"), role("alert")), when(view.assets.has("passkeys.js"), [&] {
                     return script(type("module"), src(view.assets.url("passkeys.js")));
                 }));
}

std::string lifetime_in_seconds() { return std::to_string(std::chrono::seconds(accounts::challenge_lifetime).count()); }

} // namespace

Node use_passkey_form(const Workspace& workspace, const Call& call, Ceremony ceremony, const std::string& path,
                      std::string_view words, const std::optional<Id<accounts::Account>>& account) {
    auto& passkeys = workspace.passkeys();
    if (!passkeys.party()) return {};
    const View& view = call.view;
    const auto credentials = account ? passkeys.credentials_of(*account) : std::vector<std::string>();
    return form(cls("passkey-form"), method("post"), action(Url::path(path)), hidden, attribute<"data-passkey">("use"),
                attribute<"data-challenge">(passkeys.challenge(ceremony, call.form_token)),
                attribute<"data-lifetime">(lifetime_in_seconds()), attribute<"data-host">(passkeys.party()->id()),
                attribute<"data-credentials">(joined(credentials)),
                attribute<"data-cancelled">(view.text("passkey.cancelled")),
                attribute<"data-failed">(view.text("passkey.failed")), hidden_field("form_token", call.form_token),
                hidden_field("next", Workspace::next(call, "")), submit_button(words, Weight::secondary),
                trouble_and_script(view));
}

Node make_passkey_form(const Workspace& workspace, const Call& call, const FormErrors& errors) {
    auto& passkeys = workspace.passkeys();
    const View& view = call.view;
    if (!passkeys.party()) return p(view.text("refusal.passkey.unavailable"));
    const accounts::Account& account = call.visit->account;
    const std::string suggested = browser_words(view, std::string(call.request.header("User-Agent").value_or("")));
    const auto known = accounts::read_label(suggested);
    return group(
        p(attribute<"data-passkey-missing">(""), view.text("passkey.missing")),
        form(cls("form passkey-form"), method("post"), action(Url::path(call.paths.passkeys())), hidden,
             attribute<"data-passkey">("make"),
             attribute<"data-challenge">(passkeys.challenge(Ceremony::registration, call.form_token)),
             attribute<"data-lifetime">(lifetime_in_seconds()), attribute<"data-host">(passkeys.party()->id()),
             attribute<"data-credentials">(joined(passkeys.credentials_of(account.id))),
             attribute<"data-algorithms">(algorithm_numbers()), attribute<"data-site">(view.site.name.body),
             attribute<"data-user">(accounts::Passkeys::user_handle(account.id)),
             attribute<"data-user-name">(account.email.value_or(account.name)),
             attribute<"data-user-label">(account.name), attribute<"data-cancelled">(view.text("passkey.cancelled")),
             attribute<"data-registered">(view.text("passkey.registered_here")),
             attribute<"data-unsupported">(view.text("passkey.unsupported")),
             attribute<"data-failed">(view.text("passkey.failed")), hidden_field("form_token", call.form_token),
             input_field(view,
                         {.name = "label",
                          .label = view.text("passkey.label"),
                          .value = call.form != nullptr ? call.field("label") : known.value_or(""),
                          .hint = view.text("passkey.label.hint"),
                          .autocomplete = "off"},
                         errors),
             submit_button(view.text("passkey.add")), trouble_and_script(view)));
}

bool has_passkey_answer(const Call& call) { return !call.field("client_data").empty(); }

accounts::PasskeyAnswer passkey_answer(const Call& call) {
    return {call.field("credential"), call.field("client_data"), call.field("authenticator"), call.field("signature"),
            call.field("user_handle")};
}

accounts::NewPasskeyAnswer new_passkey_answer(const Call& call) {
    return {call.field("label"), call.field("client_data"), call.field("attestation")};
}

Node passkeys_part(const Workspace& workspace, const Call& call) {
    const View& view = call.view;
    const auto own = workspace.passkeys().of(call.visit->account.id);
    const auto times = [&](const Passkey& passkey) {
        if (!passkey.used_at) return fill(view.text("passkey.unused"), {{"made", moment(view, passkey.made_at)}});
        return fill(view.text("passkey.times"),
                    {{"made", moment(view, passkey.made_at)}, {"used", moment(view, *passkey.used_at)}});
    };
    return group(p(view.text("passkey.lead")),
                 when(!own.empty(),
                      [&] {
                          return ul(cls("workspace-rows"), each(own, [&](const Passkey& passkey) {
                                        return li(div(p(strong(passkey.label)), p(cls("kern-hint"), times(passkey))),
                                                  button_form(call, call.paths.profile(), view.text("passkey.remove"),
                                                              Weight::secondary,
                                                              group(hidden_field("do", "remove_passkey"),
                                                                    hidden_field("passkey", passkey.id.text()))));
                                    }));
                      }),
                 p(a(cls("kern-btn kern-btn--secondary"), href(Url::path(call.paths.passkeys())),
                     span(cls("kern-label"), view.text("passkey.add")))));
}

} // namespace interregio::workspace::web
