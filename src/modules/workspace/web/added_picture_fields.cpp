#include "modules/workspace/web/added_picture_fields.h"

#include "base/sha256.h"
#include "modules/workspace/web/record_parts.h"

#include <algorithm>
#include <charconv>

namespace interregio::workspace::web {

using namespace html;
using editing::row_name;
using editing::Sheet;

namespace {

constexpr std::string_view row_prefix = "pictures[";

struct FieldOfPicture {
    std::size_t number = 0;
    std::string name;
};

/// "pictures[2].alt.de"
std::optional<FieldOfPicture> field_of_picture(std::string_view field) {
    constexpr std::size_t largest = 9999;
    if (!field.starts_with(row_prefix)) return std::nullopt;
    field.remove_prefix(row_prefix.size());
    FieldOfPicture found;
    const auto [end, problem] = std::from_chars(field.data(), field.data() + field.size(), found.number);
    const auto rest = field.substr(static_cast<std::size_t>(end - field.data()));
    if (problem != std::errc() || found.number > largest || !rest.starts_with("].")) return std::nullopt;
    found.name = rest.substr(2);
    return found;
}

/// Problems with the numbers of the form in place of those without gaps.
editing::SheetProblems numbered_as_in_form(const PictureSheets& pictures, editing::SheetProblems problems) {
    std::vector<std::size_t> numbers;
    for (const auto& [number, sheet] : pictures) numbers.push_back(number);
    for (auto& problem : problems)
        if (const auto field = field_of_picture(problem.field); field && field->number < numbers.size())
            problem.field = row_name("pictures", numbers[field->number]) + "." + field->name;
    return problems;
}

std::string hash_of(const Sheet& sheet) {
    const auto file = sheet.at("file");
    return std::string(file.substr(0, file.find('/')));
}

std::string file_name_of(const Sheet& sheet) {
    const auto file = sheet.at("file");
    return std::string(file.substr(std::min(file.find('/') + 1, file.size())));
}

std::string entry_title(const View& view, std::size_t number) {
    return view.text("pictures.entry", {{"number", std::to_string(number + 1)}});
}

Node preview_of(const Call& call, const std::string& hash) {
    return img(cls("picture-entry__preview"),
               src(Url::path(call.paths.add_pictures() + "?file=" + http::encode_query(hash) +
                             "&proof=" + proof_of_file(call, hash))),
               alt(""), attribute<"decoding">("async"));
}

Node entry(const RecordFormParts& parts, const Sheet& sheet, std::size_t number) {
    const Call& call = parts.call;
    const View& view = call.view;
    const std::string row = row_name("pictures", number);
    const std::string title = entry_title(view, number);
    const std::string hash = hash_of(sheet);
    return fieldset(
        cls("picture-entry"), id(field_id(row)), attribute<"data-picture">(""),
        legend(cls("kern-label"), title, ": ", file_name_of(sheet)), hidden_field(row + ".file", sheet.at("file")),
        div(cls("picture-entry__beside"), preview_of(call, hash),
            div(cls("picture-entry__fields"), same_pictures(call, hash, {}, Opens::elsewhere),
                fields_of_row(parts, RecordKind::image, row + ".", {"alt", "credit", "licence", "caption"}))),
        button(cls("kern-btn kern-btn--tertiary"), type("submit"), name("do"), value("remove:" + row),
               attribute<"formnovalidate">(""), span(cls("kern-label"), view.text("pictures.leave_out")),
               span(cls("sr-only"), " ", title)));
}

} // namespace

PictureSheets pictures_in(const Call& call) {
    PictureSheets pictures;
    for (const http::FormPart& part : call.form->parts()) {
        const auto field = field_of_picture(part.name);
        const auto words = part.text();
        if (field && words && !part.file_name) pictures[field->number].set(field->name, std::string(*words));
    }
    return pictures;
}

Node picture_entries(const Call& call, const PictureSheets& pictures, const editing::SheetProblems& problems) {
    const editing::SheetProblems numbered = numbered_as_in_form(pictures, problems);
    FormErrors errors;
    for (const auto& problem : numbered) errors.list.push_back({problem.field, problem.refusal});
    Sheet all;
    for (const auto& [number, sheet] : pictures)
        for (const auto& [name, words] : sheet.fields()) all.set(row_name("pictures", number) + "." + name, words);
    editing::RecordNames names(call.connection, call.view.language());
    const RecordFormParts parts{call, all, errors, numbered, names};
    return each(pictures, [&](const auto& one) { return entry(parts, one.second, one.first); });
}

FormErrors picture_errors(const View& view, const PictureSheets& pictures, const editing::SheetProblems& problems) {
    FormErrors errors;
    for (const auto& problem : numbered_as_in_form(pictures, problems)) {
        const auto field = field_of_picture(problem.field);
        std::string label;
        if (field) {
            label = entry_title(view, field->number);
            label.append(", ").append(label_of_field(view, RecordKind::image, field->name));
        }
        errors.list.push_back({problem.field, problem.refusal, std::move(label)});
    }
    return errors;
}

std::string proof_of_file(const Call& call, std::string_view hash) {
    std::string words = "file of a picture\n";
    words.append(call.form_token).append("\n").append(hash);
    return sha256(std::as_bytes(std::span(words)));
}

} // namespace interregio::workspace::web
