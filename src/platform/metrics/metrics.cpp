#include "platform/metrics/metrics.h"

#include "base/assert.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <exception>
#include <optional>

namespace interregio::metrics {
namespace {

bool is_name(std::string_view name) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.empty() && letter(name.front()) &&
           std::ranges::all_of(name, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

void append_escaped(std::string& text, std::string_view value, std::string_view also) {
    for (const char c : value) {
        if (c == '\\' || also.find(c) != std::string_view::npos) text += '\\';
        if (c == '\n')
            text += "\\n";
        else
            text += c;
    }
}

void append_number(std::string& text, double value) {
    if (std::isnan(value)) {
        text += "NaN";
    } else if (std::isinf(value)) {
        text += value > 0 ? "+Inf" : "-Inf";
    } else {
        std::array<char, 32> digits{};
        const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        text.append(digits.data(), end);
    }
}

void append_number(std::string& text, std::uint64_t value) { text += std::to_string(value); }

void append_labels(std::string& text, const Labels& labels, const std::optional<std::string>& bound = {}) {
    if (labels.empty() && !bound) return;
    char separator = '{';
    const auto append = [&](std::string_view name, std::string_view value) {
        text += separator;
        text.append(name).append("=\"");
        append_escaped(text, value, "\"");
        text += '"';
        separator = ',';
    };
    for (const Label& label : labels) append(label.name, label.value);
    if (bound) append("le", *bound);
    text += '}';
}

template <class Number>
void append_sample(std::string& text, std::string_view name, const Labels& labels, Number value,
                   const std::optional<std::string>& bound = {}) {
    text += name;
    append_labels(text, labels, bound);
    text += ' ';
    append_number(text, value);
    text += '\n';
}

void append_histogram(std::string& text, const std::string& name, const Labels& labels, const Histogram& histogram) {
    const Histogram::Reading reading = histogram.read();
    for (std::size_t index = 0; index < reading.cumulative.size(); ++index) {
        std::string bound;
        if (index < histogram.bounds().size())
            append_number(bound, histogram.bounds()[index]);
        else
            bound = "+Inf";
        append_sample(text, name + "_bucket", labels, reading.cumulative[index], bound);
    }
    append_sample(text, name + "_sum", labels, reading.sum);
    append_sample(text, name + "_count", labels, reading.cumulative.back());
}

} // namespace

Histogram::Histogram(std::span<const double> bounds) : bounds_(bounds.begin(), bounds.end()) {
    INTERREGIO_ASSERT(!bounds_.empty() && bounds_.size() <= max_buckets, "a histogram has 1 to max_buckets buckets");
    INTERREGIO_ASSERT(std::ranges::is_sorted(bounds_, std::ranges::less_equal()), "bounds ascend");
}

void Histogram::observe(double value) noexcept {
    const auto bucket = std::ranges::lower_bound(bounds_, value) - bounds_.begin();
    counts_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    sum_.fetch_add(value, std::memory_order_relaxed);
}

Histogram::Reading Histogram::read() const {
    Reading reading;
    std::uint64_t total = 0;
    for (std::size_t index = 0; index <= bounds_.size(); ++index) {
        total += counts_[index].load(std::memory_order_relaxed);
        reading.cumulative.push_back(total);
    }
    reading.sum = sum_.load(std::memory_order_relaxed);
    return reading;
}

std::span<const double> seconds_of_requests() {
    static constexpr double bounds[] = {0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01,
                                        0.025,   0.05,   0.1,     0.25,   0.5,   1,      2.5,   10};
    return bounds;
}

struct Registry::Member {
    Labels labels;
    std::unique_ptr<Counter> counter;
    std::unique_ptr<Gauge> gauge;
    std::unique_ptr<Histogram> histogram;
    Ask ask;

    void append(std::string& text, const std::string& name) const {
        if (counter) append_sample(text, name, labels, counter->value());
        if (gauge) append_sample(text, name, labels, gauge->value());
        if (histogram) append_histogram(text, name, labels, *histogram);
        if (!ask) return;
        try {
            const double value = ask();
            append_sample(text, name, labels, value);
        } catch (const std::exception&) {
            return; // what cannot be known is left out; the other numbers are as good
        }
    }
};

struct Registry::Family {
    std::string name;
    std::string help;
    std::string type;
    std::vector<std::unique_ptr<Member>> members;

    void append(std::string& text) const {
        std::string samples;
        for (const auto& member : members) member->append(samples, name);
        if (samples.empty()) return;
        text.append("# HELP ").append(name).append(" ");
        append_escaped(text, help, "");
        text.append("\n# TYPE ").append(name).append(" ").append(type).append("\n").append(samples);
    }
};

Registry::Registry() = default;
Registry::~Registry() = default;

Registry::Member& Registry::member(std::string_view name, std::string_view help, std::string_view type, Labels labels) {
    INTERREGIO_ASSERT(is_name(name), "the name of a metric is one");
    INTERREGIO_ASSERT((type == "counter") == name.ends_with("_total"), "counters, and only they, end in _total");
    for (const Label& label : labels) INTERREGIO_ASSERT(is_name(label.name), "the name of a label is one");
    auto family = std::ranges::find_if(families_, [&](const auto& each) { return each->name == name; });
    if (family == families_.end()) {
        families_.push_back(std::make_unique<Family>(std::string(name), std::string(help), std::string(type)));
        family = families_.end() - 1;
    }
    INTERREGIO_ASSERT((*family)->type == type && (*family)->help == help, "one name is one type with one help text");
    auto& members = (*family)->members;
    const auto found = std::ranges::find_if(members, [&](const auto& each) { return each->labels == labels; });
    if (found != members.end()) return **found;
    members.push_back(std::make_unique<Member>());
    members.back()->labels = std::move(labels);
    return *members.back();
}

Registry::Member& Registry::new_member(std::string_view name, std::string_view help, std::string_view type,
                                       Labels labels) {
    Member& made = member(name, help, type, std::move(labels));
    INTERREGIO_ASSERT(!made.counter && !made.gauge && !made.ask, "a value is registered once");
    return made;
}

Counter& Registry::counter(std::string_view name, std::string_view help, Labels labels) {
    const std::scoped_lock lock(mutex_);
    Member& found = member(name, help, "counter", std::move(labels));
    INTERREGIO_ASSERT(!found.ask, "this counter is one that is asked for");
    if (!found.counter) found.counter = std::make_unique<Counter>();
    return *found.counter;
}

Gauge& Registry::gauge(std::string_view name, std::string_view help, Labels labels) {
    const std::scoped_lock lock(mutex_);
    Member& found = member(name, help, "gauge", std::move(labels));
    INTERREGIO_ASSERT(!found.ask, "this gauge is one that is asked for");
    if (!found.gauge) found.gauge = std::make_unique<Gauge>();
    return *found.gauge;
}

Histogram& Registry::histogram(std::string_view name, std::string_view help, std::span<const double> bounds,
                               Labels labels) {
    const std::scoped_lock lock(mutex_);
    Member& found = member(name, help, "histogram", std::move(labels));
    if (!found.histogram) found.histogram = std::make_unique<Histogram>(bounds);
    return *found.histogram;
}

void Registry::ask_gauge(std::string_view name, std::string_view help, Ask ask, Labels labels) {
    const std::scoped_lock lock(mutex_);
    new_member(name, help, "gauge", std::move(labels)).ask = std::move(ask);
}

void Registry::ask_counter(std::string_view name, std::string_view help, Ask ask, Labels labels) {
    const std::scoped_lock lock(mutex_);
    new_member(name, help, "counter", std::move(labels)).ask = std::move(ask);
}

std::string Registry::text() const {
    const std::scoped_lock lock(mutex_);
    std::string text;
    for (const auto& family : families_) family->append(text);
    return text;
}

} // namespace interregio::metrics
