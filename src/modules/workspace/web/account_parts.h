#pragma once
// What the pages of accounts share: how roles, scopes, states and waits are put into words.

#include "modules/workspace/web/fields.h"

namespace interregio::workspace::web {

using accounts::Grant;
using accounts::Role;

/// What was refused, as an error of the form or of one of its fields. How long to wait is put into words here.
[[nodiscard]] FormErrors errors_of(const View& view, const Refusal& refusal, std::string_view field = {});
/// 429 for "wait", else 422 (RFC 9110, 15.5.21).
[[nodiscard]] int status_of(const Refusal& refusal);

/// "RVR", or the name of the partnership.
[[nodiscard]] std::string scope_name(const Call& call, const Scope& scope);
[[nodiscard]] std::string organisation_name(const Call& call, Id<Organisation> organisation);
[[nodiscard]] std::string role_words(const View& view, Role role);
/// "Editor for RVR".
[[nodiscard]] std::string grant_words(const Call& call, const Grant& grant);
/// All roles of an account, or that it has none.
[[nodiscard]] html::Node grant_list(const Call& call, const accounts::Account& account);
/// A point in time in a <time>, day and minute in UTC.
[[nodiscard]] html::Node moment(const View& view, Clock::Time time);
[[nodiscard]] html::Node moment(const View& view, std::string_view timestamp);

/// "Firefox, Windows" of the header User-Agent; what says nothing that we know, as it is.
[[nodiscard]] std::string browser_words(const View& view, const std::string& user_agent);

/// Whether it was shown just now who it is; otherwise the answer that asks for it and comes back to `page`.
[[nodiscard]] std::optional<http::Response> ask_again(const Workspace& workspace, const Call& call,
                                                      const std::string& page);

/// The address of a page that is to lead on to `next` afterwards; empty: nowhere in particular.
[[nodiscard]] std::string with_next(const std::string& page, const std::string& next);

/// A new password, twice.
[[nodiscard]] html::Node new_password_fields(const View& view, const FormErrors& errors);

/// One line of a list of descriptions; `term` is a key of the catalogue, as is that of head_cell().
[[nodiscard]] html::Node fact(const View& view, std::string_view term, const html::Node& description);
[[nodiscard]] html::Node head_cell(const View& view, std::string_view key);
/// A table that scrolls in itself where it is too wide. `head` are keys of the catalogue; `css` is added to its class.
[[nodiscard]] html::Node scrolled_table(const View& view, std::string_view heading,
                                        std::initializer_list<std::string_view> head, const html::Node& rows,
                                        std::string_view css = {});
/// The languages of the site, each in its own words.
[[nodiscard]] std::vector<Choice> language_choices(const View& view);

/// The way back to the desk, from a page right below it.
[[nodiscard]] html::Node desk_crumb(const Call& call);

/// A section with a heading of the second level.
[[nodiscard]] html::Node part(std::string_view heading, const html::Node& contents);

} // namespace interregio::workspace::web
