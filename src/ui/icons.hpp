#pragma once
// Signs from Font Awesome 4.7, by what they mean here. They always stand beside a word, so a system without the font
// loses nothing but decoration.
namespace genu::icon {

inline constexpr const char* kNone = "";
inline constexpr const char* kMenu = "\xef\x83\x89";
inline constexpr const char* kSearch = "\xef\x80\x82";
inline constexpr const char* kUndo = "\xef\x83\xa2";
inline constexpr const char* kRedo = "\xef\x80\x9e";
inline constexpr const char* kViews = "\xef\x86\xb2";       // cube
inline constexpr const char* kCamera = "\xef\x80\xb0";
inline constexpr const char* kFilm = "\xef\x80\x88";
inline constexpr const char* kHelp = "\xef\x81\x99";
inline constexpr const char* kSun = "\xef\x86\x85";
inline constexpr const char* kMoon = "\xef\x86\x86";
inline constexpr const char* kMore = "\xef\x85\x81";        // dots
inline constexpr const char* kClose = "\xef\x80\x8d";
inline constexpr const char* kCheck = "\xef\x80\x8c";
inline constexpr const char* kDown = "\xef\x84\x87";
inline constexpr const char* kRight = "\xef\x84\x85";
inline constexpr const char* kLeft = "\xef\x84\x84";
inline constexpr const char* kUp = "\xef\x84\x86";
inline constexpr const char* kHome = "\xef\x80\x95";
inline constexpr const char* kBrush = "\xef\x87\xbc";
inline constexpr const char* kPage = "\xef\x83\xb6";        // sheet of paper
inline constexpr const char* kQuestion = "\xef\x84\xa8";
inline constexpr const char* kTrace = "\xef\x83\xa8";       // branches
inline constexpr const char* kExplore = "\xef\x89\x9a";     // pointing hand
inline constexpr const char* kExplain = "\xef\x83\xb0";     // doctor
inline constexpr const char* kLearn = "\xef\x86\x9d";       // mortar board
inline constexpr const char* kMotion = "\xef\x88\x9d";      // person
inline constexpr const char* kDetails = "\xef\x8b\x83";     // card
inline constexpr const char* kSettings = "\xef\x87\x9e";    // sliders
inline constexpr const char* kWarning = "\xef\x81\xb1";
inline constexpr const char* kInfo = "\xef\x81\x9a";
inline constexpr const char* kEye = "\xef\x81\xae";
inline constexpr const char* kEyeOff = "\xef\x81\xb0";
inline constexpr const char* kIsolate = "\xef\x81\x9b";     // cross-hairs
inline constexpr const char* kFade = "\xef\x81\x82";
inline constexpr const char* kFit = "\xef\x82\xb2";         // arrows
inline constexpr const char* kPlay = "\xef\x81\x8b";
inline constexpr const char* kPause = "\xef\x81\x8c";
inline constexpr const char* kNerve = "\xef\x83\xa7";       // bolt
inline constexpr const char* kMuscle = "\xef\x81\xbe";      // arrows to both sides
inline constexpr const char* kBook = "\xef\x80\xad";
inline constexpr const char* kPlus = "\xef\x81\xa7";
inline constexpr const char* kMinus = "\xef\x81\xa8";
inline constexpr const char* kLanguage = "\xef\x82\xac";   // globe
inline constexpr const char* kPencil = "\xef\x81\x80";
inline constexpr const char* kArrow = "\xef\x81\xa1";
inline constexpr const char* kTextNote = "\xef\x80\xb1";
inline constexpr const char* kTrash = "\xef\x87\xb8";
inline constexpr const char* kSave = "\xef\x80\xae";    // bookmark
inline constexpr const char* kColumns = "\xef\x83\x9b";
inline constexpr const char* kPrint = "\xef\x80\xaf";
inline constexpr const char* kSpeak = "\xef\x80\xa8";
inline constexpr const char* kCopy = "\xef\x83\x85";
inline constexpr const char* kFile = "\xef\x83\xb6";
inline constexpr const char* kReset = "\xef\x80\xa1";
inline constexpr const char* kLayers = "\xef\x89\x8d";      // clone

}  // namespace genu::icon
