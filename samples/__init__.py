"""The sample cases: invented firms, the stories told of them, and the papers drawn for both.

cast, firm, figures, ledger   who there is, and numbers that hang together
stories/                      one case each: what is asked for, what is wrong, what should come of it
sheet, sheets/                a paper as a PDF, by kind and layout
quality, table_top            what a scanner or a phone makes of it
make                          draws the case folders anew: `python -m samples.make [NAME …]`
"""
