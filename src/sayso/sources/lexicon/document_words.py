"""What texts are called: those that speak for themselves, and those that carry the words of whoever made them."""

from sayso.text.word_tables import word_table

DOCUMENT_NOUNS = word_table(
    "report reports study studies poll polls survey surveys paper papers document documents letter letters "
    "indictment lawsuit suit complaint filing filings law laws constitution decree order ruling data statistics "
    "statistic figures results result records record test tests analysis analyses investigation investigations "
    "inquiry autopsy video videos photographs photograph photos footage images imaging book books article "
    "articles memo memos warrant affidavit transcript transcripts summary census model models research findings "
    "finding observations guidelines notice treaty agreement bill resolution charter advisory warning warnings "
    "calculations evidence excerpts database index cable cables rule rules decision proclamation manifesto "
    "legislation forecast forecasts estimates numbers lists list experiments experiment assessment review "
    "simulation simulations email emails tape recording recordings history account accounts calculation text "
    "e-mail e-mails entry entries slide texts work description editorial play log logs "
    "polling averages opinion opinions verdict judgment judgement sentence injunction subpoena summons motion brief "
    "briefing petition plea deposition docket charge charges allegation allegations amendment act ordinance "
    "regulation regulations directive edict code statute version contract deal accord pact protocol memorandum "
    "dossier file files archive archives diary diaries memoir memoirs biography autobiography novel essay "
    "column op-ed obituary headline headlines story stories dispatch bulletin pamphlet leaflet booklet "
    "brochure flyer poster sign signs placard inscription caption map maps chart charts graph "
    "graphs table tables spreadsheet slides presentation webpage screenshot screenshots film documentary "
    "clip clips audio image picture pictures scan scans "
    "telemetry sensor sensors readings measurements measurement sample samples biopsy swabs examination "
    "inspection audit probe appraisal evaluation questionnaire projection projections prediction predictions "
    "estimate figure indicator indicators tally count ballot returns theory "
    "hypothesis equation formula observation trial trials thesis dissertation abstract "
    "preprint literature encyclopedia encyclopaedia dictionary textbook scripture bible "
    "quran gospel proverb saying rumor rumors rumour rumours policy plan proposal "
    "agenda strategy blueprint outline timeline timetable schedule itinerary receipt receipts invoice "
    "invoices certificate passport licence license permit correspondence fax "
    "note notes minutes alert alerts bulletin-text imagery form forms writing writings subtitle subtitles banner "
    "banners guide guides draft drafts measure dashboard scorecard plaque excerpt passage guidance bylaws "
    "handbook factsheet ranking rankings"
)
"""Texts and results that speak for themselves."""

CARRIER_NOUNS = word_table(
    "statement statements post posts tweet tweets release releases announcement website site websites page "
    "account comments remarks speech communique communiqué message messages spokespersons spokespeople words "
    "blog twitter facebook instagram telegram interview testimony"
)
"""What carries the words of whoever made it: a statement of X is X."""
