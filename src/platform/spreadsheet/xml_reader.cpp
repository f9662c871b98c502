#include "platform/spreadsheet/xml_reader.h"

#include "platform/spreadsheet/refused.h"

#include <exception>
#include <stdexcept>

#include <expat.h>

namespace interregio::spreadsheet {
namespace {

constexpr int deepest = 100;
// Expat begins anew with an unfinished tag or comment at every piece: of 100 MB, that takes a minute.
constexpr std::size_t longest_tag = 512U << 10;
constexpr char between_namespace_and_name = '\n';

std::string_view local_name(std::string_view name) {
    return name.substr(name.rfind(between_namespace_and_name) + 1); // npos + 1 is 0
}

} // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
    for (const char* const* pair = pairs_; *pair; pair += 2)
        if (local_name(pair[0]) == name) return pair[1];
    return std::nullopt;
}

struct XmlReader::State {
    XmlListener& listener;
    XML_Parser parser;
    int depth = 0;
    bool forbidden = false;
    std::size_t unfinished = 0; ///< bytes given since Expat last told anything
    std::exception_ptr thrown;

    explicit State(XmlListener& to) : listener(to), parser(XML_ParserCreateNS(nullptr, between_namespace_and_name)) {
        if (!parser) throw std::bad_alloc();
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, begin, end);
        XML_SetCharacterDataHandler(parser, text);
        XML_SetStartDoctypeDeclHandler(parser, doctype);
        XML_SetDefaultHandler(parser, other);
    }
    ~State() { XML_ParserFree(parser); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void stop() { XML_StopParser(parser, XML_FALSE); }

    /// Nothing may be thrown through Expat, which is C.
    template <typename Telling> void tell(Telling telling) {
        unfinished = 0;
        if (thrown || forbidden || listener.refused()) return;
        try {
            telling();
        } catch (...) {
            thrown = std::current_exception();
        }
        if (thrown || listener.refused()) stop();
    }

    static void begin(void* self, const XML_Char* name, const XML_Char** attributes) {
        auto& state = *static_cast<State*>(self);
        if (++state.depth > deepest) {
            state.forbidden = true;
            state.stop();
            return;
        }
        state.tell([&] { state.listener.begin(local_name(name), XmlAttributes(attributes)); });
    }
    static void end(void* self, const XML_Char* name) {
        auto& state = *static_cast<State*>(self);
        --state.depth;
        state.tell([&] { state.listener.end(local_name(name)); });
    }
    static void text(void* self, const XML_Char* characters, int length) {
        auto& state = *static_cast<State*>(self);
        state.tell([&] { state.listener.text({characters, static_cast<std::size_t>(length)}); });
    }
    /// Comments and the like.
    static void other(void* self, const XML_Char*, int) { static_cast<State*>(self)->unfinished = 0; }
    static void doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        auto& state = *static_cast<State*>(self);
        state.forbidden = true;
        state.stop();
    }
};

XmlReader::XmlReader(XmlListener& listener) : state_(std::make_unique<State>(listener)) {}
XmlReader::~XmlReader() = default;

std::optional<Refusal> XmlReader::read(std::string_view bytes, Piece piece) {
    state_->unfinished += bytes.size();
    if (state_->unfinished > longest_tag) return refusal("broken");
    const XML_Status status = XML_Parse(state_->parser, bytes.data(), static_cast<int>(bytes.size()),
                                        piece == Piece::last ? XML_TRUE : XML_FALSE);
    if (state_->thrown) std::rethrow_exception(state_->thrown);
    if (state_->listener.refused()) return state_->listener.refused();
    if (status != XML_STATUS_OK || state_->forbidden) return refusal("broken");
    return std::nullopt;
}

} // namespace interregio::spreadsheet
