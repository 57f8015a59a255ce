#include "finder/dataset_rules.hpp"

#include "finder/text.hpp"

#include <algorithm>
#include <utility>

namespace finder {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// Of digits, which the caller has checked; few enough for an int.
int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

int days_in(int year, int month) {
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

// Levenshtein, one row at a time: codes are short.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

bool is_host(std::string_view host) {
    const auto usual = [](char c) { return is_small(c) || is_capital(c) || is_digit(c) || c == '-' || c == '.' || c == ':'; };
    return host.find('.') != host.npos && host.front() != '.' && host.back() != '.' && std::all_of(host.begin(), host.end(), usual);
}

}  // namespace

bool is_phone_number(std::string_view text) { return text.size() == 12 && text.substr(0, 2) == "+1" && all_digits(text.substr(2)) && text[2] >= '2'; }
bool is_short_code(std::string_view text) { return text.size() == 3 && all_digits(text); }
bool is_short_text_code(std::string_view text) { return text.size() >= 3 && text.size() <= 6 && all_digits(text); }
bool is_state(std::string_view text) { return text.size() == 2 && is_capital(text[0]) && is_capital(text[1]); }
bool is_extension(std::string_view text) { return text.size() <= 8 && all_digits(text); }

// A name and a password before the host ("https://good.org@bad.org") would deceive; '@' is not a host's.
bool is_web_address(std::string_view text) {
    const std::size_t start = text.rfind("https://", 0) == 0 ? 8 : text.rfind("http://", 0) == 0 ? 7 : 0;
    if (start == 0) return false;
    const auto plain = [](char c) { return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\' && c != '`'; };
    return std::all_of(text.begin(), text.end(), plain) && is_host(text.substr(start, text.find_first_of("/?#", start) - start));
}

bool is_zip_code(std::string_view text) {
    return (text.size() == 5 && all_digits(text)) || (text.size() == 10 && text[5] == '-' && all_digits(text.substr(0, 5)) && all_digits(text.substr(6)));
}

bool is_slug(std::string_view text, std::string_view joiners) {
    const auto plain = [](char c) { return is_small(c) || is_digit(c); };
    return !text.empty() && plain(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || joiners.find(c) != joiners.npos; });
}

bool is_date(std::string_view text, bool whole_day) {
    if (text.size() != 10 && (whole_day || (text.size() != 4 && text.size() != 7))) return false;
    if (!all_digits(text.substr(0, 4))) return false;
    const int year = number(text.substr(0, 4));
    if (year < 1900 || year > 2200) return false;
    if (text.size() == 4) return true;
    if (text[4] != '-' || !all_digits(text.substr(5, 2))) return false;
    const int month = number(text.substr(5, 2));
    if (month < 1 || month > 12) return false;
    if (text.size() == 7) return true;
    if (text[7] != '-' || !all_digits(text.substr(8, 2))) return false;
    const int day = number(text.substr(8, 2));
    return day >= 1 && day <= days_in(year, month);
}

int minutes_of_day(std::string_view text) {
    if (text.size() != 5 || text[2] != ':' || !all_digits(text.substr(0, 2)) || !all_digits(text.substr(3))) return -1;
    const int hours = number(text.substr(0, 2)), minutes = number(text.substr(3));
    return hours < 24 && minutes < 60 ? hours * 60 + minutes : -1;
}

std::string slug_of(std::string_view text) {
    std::string slug;
    for (const std::string& word : query_words(text)) (slug += slug.empty() ? "" : "-") += word;
    return slug;
}

std::string nearest_code(std::string_view wrong, const std::vector<std::string_view>& codes) {
    std::string_view nearest;
    std::size_t least = 3;
    for (const std::string_view code : codes) {
        const std::size_t longer = std::max(code.size(), wrong.size()), shorter = std::min(code.size(), wrong.size());
        if (longer - shorter >= least || longer > 120) continue;
        const std::size_t distance = edit_distance(wrong, code);
        if (distance >= least) continue;
        least = distance;
        nearest = code;
    }
    return std::string(nearest);
}

}  // namespace finder
