"""Old ways of writing Vietnamese letters, and what bytes stand for.

octets     bytes → characters: UTF-8, UTF-16, Windows-1258, TCVN3 (ABC), VNI, Windows-1252
tcvn3 vni  the letters of TCVN3 and of VNI
syllables  what can be a Vietnamese syllable: it tells how a text is encoded
guess      how a text is encoded
recode     a document whose words are in TCVN3 or VNI letters → the same in Unicode, with the same places
"""
