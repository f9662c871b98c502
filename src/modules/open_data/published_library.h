#pragma once
// What is published of images and documents. How: published.h.

#include "modules/library/library_item.h"
#include "modules/open_data/published.h"

namespace interregio::open_data {

/// Where the bytes of a file are.
[[nodiscard]] SitePath media_path(const FileContent& file);

template <class Visitor> void publish_file(Visitor& visit, const FileContent& file) {
    visit(schema_org("contentUrl"), media_path(file));
    visit(schema_org("encodingFormat"), file.media_type);
    visit(own("fileName"), file.name);
    visit(own("bytes"), file.size);
    visit(schema_org("sha256"), file.hash);
}

template <class Visitor> void publish(Visitor& visit, const Image& image) {
    visit.type("ImageObject", {"ImageObject"});
    publish_file(visit, image.file);
    visit(schema_org("width"), image.file.width);
    visit(schema_org("height"), image.file.height);
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
    publish_file(visit, document.file);
}

} // namespace interregio::open_data
