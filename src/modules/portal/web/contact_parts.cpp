// Contacts: declared in parts.h.
#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

namespace {

/// "tel:" and the digits (RFC 3966); nothing for a number that has none.
std::optional<Url> telephone_url(std::string_view number) {
    std::string digits;
    for (const char c : number)
        if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
    return Url::parse("tel:" + digits);
}

Node address_of(const ContactCard& contact) {
    std::vector<Node> lines;
    if (contact.address) lines.push_back(text(*contact.address));
    if (contact.telephone) {
        const auto url = telephone_url(*contact.telephone);
        lines.push_back(url ? a(href(*url), *contact.telephone) : text(*contact.telephone));
    }
    if (contact.email) {
        const auto url = Url::parse("mailto:" + *contact.email);
        lines.push_back(url ? a(href(*url), *contact.email) : text(*contact.email));
    }
    Node joined;
    for (std::size_t i = 0; i < lines.size(); ++i) joined += group(when(i > 0, [] { return br(); }), lines[i]);
    return when(!lines.empty(), [&] { return address(joined); }).value_or(Node{});
}

/// Whether there is a unit to name: of some people all that is known is the unit, which is their function, too.
bool named_apart(const ContactCard& contact) {
    return contact.unit && !(contact.function && contact.function->body == contact.unit->body);
}

} // namespace

Node contact_list(const View& view, const std::vector<ContactCard>& contacts, int heading_level) {
    return ul(cls("contacts"), each(contacts, [&](const ContactCard& contact) {
                  const Node name_line =
                      contact.person ? person(view, *contact.person) : organisation_name(view, contact.organisation);
                  return li(article(
                      party_cls(view, "contact", contact.organisation.page.id),
                      heading_level == 3 ? h3(cls("kern-title"), name_line) : h2(cls("kern-title"), name_line),
                      when(contact.function,
                           [&](const ShownText& held) { return p(cls("contact__function"), line(view, held)); }),
                      p(line(view, contact.organisation.page.name),
                        when(named_apart(contact), [&] { return group(", ", line(view, *contact.unit)); })),
                      address_of(contact)));
              }));
}

} // namespace interregio::portal::web
