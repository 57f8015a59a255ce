// Facts about a program in words: ages, hours, phones, places, and where each was read.
#pragma once
#include "finder/dataset.hpp"
#include "view/words.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace finder::view {

// "+16505790350" -> "650-579-0350"; other numbers stay as they are.
std::string phone_text(const Phone& phone, const Words& words);
std::string plain_number(std::string_view e164);
std::string phone_href(const Phone& phone);

// "2026-11-23" -> "November 23, 2026"; "2024" -> "2024".
std::string date_text(std::string_view iso, const Words& words);

// Page titles hold dashes where the facts come from; "12–17", "at least 9".
std::string range_text(const SourcedRange& range, const Words& words);

std::string address_text(const Address& address);
// A search on a map for that address; opened only when pressed.
std::string directions_href(const Program& program);

// "SAMHSA, 2024", "Edgewood, undated".
std::string source_text(const Source& source, const Words& words);

// "2:00–5:00 pm on Mondays and Tuesdays" is not ours to write: the source's own words, or the sessions in words.
std::string schedule_text(const Program& program, const Words& words);

// What to know before going there: that it is closed for now, that its address is not confirmed, what its notices say.
std::vector<std::string> alert_texts(const Program& program, const Words& words);

// "9–15 hours a week"; `unit` is a plural form with {range}.
std::string range_text(const SourcedRange& range, std::string_view unit, const Words& words);

// Labels of what `program` offers in `facet`, joined.
std::string offered_text(const Program& program, const Dataset& dataset, std::string_view facet_code, std::string_view separator = ", ");
std::string ages_text(const Program& program, const Dataset& dataset, const Words& words);

std::string join(const std::vector<std::string>& texts, std::string_view separator);

}  // namespace finder::view
