#include "platform/media/credit.h"

#include "base/utf8.h"

#include <mutex>
#include <string_view>

#include <exiv2/exiv2.hpp>

namespace interregio {
namespace {

/// IPTC text is UTF-8 where it says so and often where it does not; what is not UTF-8 is taken for ISO 8859-1.
std::string as_utf8(const std::string& text) {
    if (valid_utf8(text)) return text;
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
        } else {
            out += static_cast<char>(0xC0U | byte >> 6U);
            out += static_cast<char>(0x80U | (byte & 0x3FU));
        }
    }
    return out;
}

/// One line: control characters become spaces, runs of spaces one, none at the ends.
std::string one_line(const std::string& text) {
    std::string out;
    const std::string utf8 = to_nfc(as_utf8(text));
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        auto c = static_cast<unsigned char>(utf8[i]);
        // U+0080 to U+009F are 0xC2 0x80 to 0xC2 0x9F.
        const bool second_control = c == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0;
        if (second_control) ++i;
        if (c < 0x20 || c == 0x7F || second_control) c = ' ';
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += static_cast<char>(c);
    }
    while (out.ends_with(' ')) out.pop_back();
    if (out.size() <= longest_credit) return out;
    std::size_t end = longest_credit;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
    return out.substr(0, end);
}

/// The values of an XMP property, by language or in a list: the one without a language or in the default one first.
std::string xmp(const Exiv2::XmpData& data, const char* name) {
    const auto found = data.findKey(Exiv2::XmpKey(name));
    if (found == data.end()) return {};
    if (found->typeId() == Exiv2::langAlt) {
        const auto* languages = dynamic_cast<const Exiv2::LangAltValue*>(&found->value());
        if (languages == nullptr || languages->value_.empty()) return {};
        const auto usual = languages->value_.find("x-default");
        return one_line(usual == languages->value_.end() ? languages->value_.begin()->second : usual->second);
    }
    if (found->typeId() == Exiv2::xmpText) return one_line(found->toString());
    std::string joined;
    for (long i = 0; i < static_cast<long>(found->count()); ++i) {
        const std::string value = one_line(found->toString(i));
        if (!value.empty()) joined += (joined.empty() ? "" : ", ") + value;
    }
    return joined;
}

/// The values of an IPTC data set, which may come several times.
std::string iptc(const Exiv2::IptcData& data, const char* name) {
    const Exiv2::IptcKey key(name);
    std::string joined;
    for (const auto& datum : data)
        if (datum.tag() == key.tag() && datum.record() == key.record()) {
            const std::string value = one_line(datum.toString());
            if (!value.empty()) joined += (joined.empty() ? "" : ", ") + value;
        }
    return joined;
}

std::string credit_of(const Exiv2::XmpData& xmp_data, const Exiv2::IptcData& iptc_data) {
    const auto either = [&](const char* xmp_name, const char* iptc_name) {
        std::string words = xmp(xmp_data, xmp_name);
        return words.empty() ? iptc(iptc_data, iptc_name) : words;
    };
    std::string credit = either("Xmp.photoshop.Credit", "Iptc.Application2.Credit");
    if (!credit.empty()) return credit;
    std::string creator = either("Xmp.dc.creator", "Iptc.Application2.Byline");
    std::string notice = either("Xmp.dc.rights", "Iptc.Application2.Copyright");
    if (creator.empty() || notice.contains(creator)) return notice;
    return notice.empty() ? creator : creator + " / " + notice;
}

} // namespace

std::optional<std::string> credit_in(std::span<const std::byte> image) {
    static std::mutex one_at_a_time; // the XMP toolkit in Exiv2 shares state
    const std::scoped_lock lock(one_at_a_time);
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    Exiv2::enableBMFF(true);
    try {
        const auto file = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(image.data()),
                                                    static_cast<long>(image.size()));
        file->readMetadata();
        const std::string credit = one_line(credit_of(file->xmpData(), file->iptcData()));
        return credit.empty() ? std::nullopt : std::optional(credit);
    } catch (const std::exception&) { // Exiv2::Error among them: damaged, or nothing it knows
        return std::nullopt;
    }
}

} // namespace interregio
