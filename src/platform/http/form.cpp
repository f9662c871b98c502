#include "platform/http/form.h"

#include "platform/http/form_rules.h"
#include "platform/http/multipart.h"
#include "platform/http/urlencoded.h"

#include <algorithm>
#include <utility>

namespace interregio::http {

std::optional<std::string_view> FormPart::text() const {
    if (file_name || !is_form_text(contents)) return std::nullopt;
    return contents;
}

int FormRefusal::status() const {
    switch (problem) {
    case FormProblem::no_form:
        return 415;
    case FormProblem::too_large:
    case FormProblem::too_many_parts:
    case FormProblem::too_large_value:
        return 413;
    default:
        return 400;
    }
}

Refusal FormRefusal::in_words() const {
    if (status() == 413) return {"refusal.form.too_large", {}};
    if (problem == FormProblem::no_text) return {"refusal.form.no_text", {}};
    return {"refusal.form.unreadable", {}};
}

std::string_view name_of(FormProblem problem) {
    static constexpr std::string_view names[] = {
        "no_form",        "too_large",        "no_beginning",    "no_end",         "broken_boundary", "after_end",
        "too_many_parts", "too_large_header", "broken_header",   "no_disposition", "extended_name",   "wrong_name",
        "wrong_type",     "encoded",          "too_large_value", "broken_percent", "no_text"};
    return names[static_cast<std::size_t>(problem)];
}

std::expected<Form, FormRefusal> Form::parse(std::string_view content_type, std::string_view body,
                                             const FormLimits& limits) {
    Form form;
    FormResult<void> read;
    if (is_urlencoded(content_type)) {
        const auto decoded = std::make_shared<std::string>();
        form.decoded_ = decoded;
        read = read_urlencoded(body, limits, *decoded, form.parts_);
    } else {
        const auto boundary = form_boundary(content_type);
        if (!boundary) return std::unexpected(FormRefusal{FormProblem::no_form});
        read = read_multipart(*boundary, body, limits, form.parts_);
    }
    if (!read) return std::unexpected(FormRefusal{read.error(), form.parts_.size()});
    return form;
}

std::expected<Form, FormRefusal> Form::parse(const Request& request, const FormLimits& limits) {
    if (request.count("Content-Type") != 1) return std::unexpected(FormRefusal{FormProblem::no_form});
    return parse(request.header("Content-Type").value_or(""), request.body, limits);
}

const FormPart* Form::find(std::string_view name) const {
    const auto found = std::ranges::find(parts_, name, &FormPart::name);
    return found == parts_.end() ? nullptr : &*found;
}

std::optional<std::string_view> Form::value(std::string_view name) const {
    if (std::ranges::count(parts_, name, &FormPart::name) != 1) return std::nullopt;
    return find(name)->text();
}

std::optional<std::vector<std::string_view>> Form::values(std::string_view name) const {
    std::vector<std::string_view> texts;
    for (const FormPart& part : parts_) {
        if (part.name != name) continue;
        const auto text = part.text();
        if (!text) return std::nullopt;
        texts.push_back(*text);
    }
    return texts;
}

} // namespace interregio::http
