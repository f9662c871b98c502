#pragma once
// The scripts of the forms for pictures, with what they say in the reader's language. Without them the forms work as
// well: a file at a time, two numbers for the focal point.

#include "modules/workspace/web/fields.h"

namespace interregio::workspace::web {

/// For the page on which several pictures are added (assets/scripts/add-pictures.ts).
[[nodiscard]] html::Node picture_adding_words(const View& view);

/// For the form of one picture (assets/scripts/picture-form.ts); `id` is nil for a new one.
[[nodiscard]] html::Node picture_form_words(const Call& call, const Uuid& id);

} // namespace interregio::workspace::web
