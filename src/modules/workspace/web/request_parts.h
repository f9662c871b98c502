#pragma once
// What pages say of requests to publish or to change something: editing/approvals.h.

#include "modules/editing/approvals.h"
#include "modules/workspace/web/fields.h"

namespace interregio::workspace::web {

/// Forms and pages about requests and about the rules of publishing; the workspace must live as long as the router is
/// used.
void add_request_pages(Workspace& workspace, http::Router& router);
void add_publishing_rule_pages(Workspace& workspace, http::Router& router);

[[nodiscard]] editing::Office office_of(const Workspace& workspace);

/// What is asked for of a record, who agrees, who is missing, and what the reader may answer. Nothing when nothing is
/// open that they may see.
[[nodiscard]] html::Node open_request_part(const Call& call, const editing::ShownRequest& shown,
                                           const FormErrors& errors);
[[nodiscard]] std::optional<editing::ShownRequest> request_of_record(const Workspace& workspace, const Call& call,
                                                                     RecordKind kind, const Uuid& id);

/// Asking for a draft to be published: where somebody may not alone, or at a set time.
[[nodiscard]] html::Node ask_part(const Call& call, RecordKind kind, const Uuid& id,
                                  const editing::PublishingNeeds& needs, const FormErrors& errors);

/// A note and a time, for whoever asks.
[[nodiscard]] html::Node request_fields(const Call& call, const FormErrors& errors);
/// What the button of a form says that is nothing without a time.
inline constexpr std::string_view schedule_button = "schedule";
/// What stands in them, and what is wrong with it.
struct RequestFields {
    std::string note;
    std::optional<Clock::Time> due_at;
    FormErrors errors;
};
[[nodiscard]] RequestFields read_request_fields(const Call& call);
/// How such fields are called, which are none of the record.
[[nodiscard]] bool is_request_field(std::string_view name);

/// Who has still to agree, as a list.
[[nodiscard]] html::Node missing_list(const Call& call, const editing::MissingConsent& missing);

/// For the address of the page that follows: "done=…".
[[nodiscard]] std::string_view done_word(editing::Outcome outcome);

} // namespace interregio::workspace::web
