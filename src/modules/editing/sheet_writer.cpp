#include "modules/editing/sheet_writer.h"

namespace interregio::editing {

void SheetWriter::operator()(std::string_view name, const LocalizedText& text, const TextLimits&) {
    if (text.empty()) return;
    const std::string path = prefix_ + std::string(name);
    sheet_.set(path + ".original", std::string(text.original.tag()));
    if (!text.visible_to.is_public()) sheet_.set(path + ".visible_to", scope_text(*text.visible_to.only));
    for (const TextVersion& version : text.versions) {
        const std::string tag(version.language.tag());
        sheet_.set(std::string(path).append(".").append(tag), version.body);
        if (text.state(version.language) == TranslationState::behind)
            sheet_.set(std::string(path).append(".behind.").append(tag), "yes");
    }
}

void SheetWriter::operator()(std::string_view name, const FileContent& file, FileKind) {
    if (!file.hash.empty()) sheet_.set(prefix_ + std::string(name), file.hash + "/" + file.name);
}

} // namespace interregio::editing
