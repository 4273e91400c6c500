"""The document kit: every kind in many layouts, drawn from seeds with their truth, in three qualities.

known/      layouts that whoever improves the reading may look at
kept_out/   layouts that are kept out of all tuning: nobody who improves the reading opens this folder or looks at a
            single mistake in it; its figures are what is reported (`python -m bench.fields kit_kept_out`);
            `fitting.toml` names those of them that confidences are fitted on (`python -m bench.calibrate
            kit_fitting`) and that no figure is reported on
invent      people, companies, addresses and numbers that do not exist and are formally right

A kind's module in either folder defines one `KIT`; the template of a layout is `<kind>.<layout>.html.j2` beside it.
"""
