#pragma once
// Images and documents: what is published beside the words.

#include "modules/record/description.h"

namespace interregio {

/// A picture. Without a credit line it is never published, so it cannot be entered without one, be it written down or
/// in the file. The original is kept; what is published are renditions of it (made_pictures.h).
struct Image {
    static constexpr RecordKind kind = RecordKind::image;
    Id<Image> id;
    std::string key;
    SlugHistory slugs;
    Visibility visible_to;

    FileContent file;
    std::string credit;                 ///< "© organisation / photographer"
    std::optional<std::string> licence; ///< SPDX identifier or the terms in a line
    LocalizedText alt;                  ///< what is to be seen, for those who do not see it; never the credit
    LocalizedText caption;
    std::optional<double> focal_x; ///< 0 left to 1 right: what must stay in view when the picture is cropped
    std::optional<double> focal_y; ///< 0 top to 1 bottom
};

template <class Visitor> void describe(Visitor& visit, Image& image) {
    visit("file", image.file, FileKind::image);
    visit("credit", image.credit, LineOrFromFile{{.max_length = 300}});
    visit("licence", image.licence, StringLimits{.max_length = 300});
    visit("alt", image.alt, TextLimits{.presence = Presence::required, .max_length = 1000});
    visit("caption", image.caption, TextLimits{.max_length = 1000});
    visit("focal_x", image.focal_x, NumberLimits{0, 1});
    visit("focal_y", image.focal_y, NumberLimits{0, 1});
}

/// A document to download: one file in one language.
struct Document {
    static constexpr RecordKind kind = RecordKind::document;
    Id<Document> id;
    std::string key;
    SlugHistory slugs;
    Visibility visible_to;

    FileContent file;
    LocalizedText title;
    Language language; ///< of the document itself
};

template <class Visitor> void describe(Visitor& visit, Document& document) {
    visit("file", document.file, FileKind::document);
    visit("title", document.title, TextLimits{.presence = Presence::required});
    visit("language", document.language);
}

} // namespace interregio
