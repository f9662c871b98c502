#include "modules/workspace/web/change_words.h"

#include "modules/editing/text_difference.h"
#include "modules/workspace/web/record_parts.h"

namespace interregio::workspace::web {

using namespace html;
using editing::FieldChange;
using editing::TextPiece;

namespace {

Node change_words(const View& view, const FieldChange& change) {
    if (change.line.language && !change.before.empty() && !change.after.empty())
        return div(cls("record-words"), lang(*change.line.language),
                   each(editing::text_difference(change.before, change.after), [](const TextPiece& piece) {
                       if (piece.kind == TextPiece::Kind::removed) return del_element(piece.text);
                       if (piece.kind == TextPiece::Kind::added) return ins_element(piece.text);
                       return text(piece.text);
                   }));
    const auto language = change.line.language ? std::optional(lang(*change.line.language)) : std::nullopt;
    const Node arrow =
        group(span(cls("sr-only"), " ", view.text("history.becomes"), " "), span(aria_hidden("true"), " → "));
    return div(cls("record-words"), language, when(!change.before.empty(), [&] { return del_element(change.before); }),
               when(!change.before.empty() && !change.after.empty(), arrow),
               when(!change.after.empty(), [&] { return ins_element(change.after); }));
}

} // namespace

Node changes_list(const View& view, const std::vector<FieldChange>& changes) {
    return dl(cls("kern-description-list record-details"), each(changes, [&](const FieldChange& change) {
                  return div(cls("kern-description-list-item"),
                             dt(cls("kern-description-list-item__key"), line_label(view, change.line)),
                             dd(cls("kern-description-list-item__value"), change_words(view, change)));
              }));
}

} // namespace interregio::workspace::web
