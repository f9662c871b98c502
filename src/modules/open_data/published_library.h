#pragma once
// What is published of images and documents. How: published.h.

#include "modules/library/library_item.h"
#include "modules/open_data/published.h"

namespace interregio::open_data {

/// Where the bytes of a file are.
[[nodiscard]] SitePath media_path(const FileContent& file);

/// What is at that address is a JPEG of at most 1280 pixels, made from the original, which is not published.
template <class Visitor> void publish(Visitor& visit, const Image& image) {
    visit.type("ImageObject", {"ImageObject"});
    visit(schema_org("contentUrl"), media_path(image.file));
    visit(schema_org("encodingFormat"), std::string("image/jpeg"));
    visit(own("originalWidth"), image.file.width);
    visit(own("originalHeight"), image.file.height);
    visit(schema_org("creditText"), image.credit);
    visit(own("licence"), image.licence);
    visit(own("alternativeText"), image.alt, Presence::required);
    visit(schema_org("caption"), image.caption);
    visit(own("focalX"), image.focal_x);
    visit(own("focalY"), image.focal_y);
}

template <class Visitor> void publish(Visitor& visit, const Document& document) {
    visit.type("DigitalDocument", {"DigitalDocument"});
    visit(schema_org("name"), document.title, Presence::required);
    visit(schema_org("inLanguage"), document.language);
    visit(schema_org("contentUrl"), media_path(document.file));
    visit(schema_org("encodingFormat"), document.file.media_type);
    visit(own("fileName"), document.file.name);
    visit(own("bytes"), document.file.size);
    visit(schema_org("sha256"), document.file.hash);
}

} // namespace interregio::open_data
