"""Twelve clean documents of offices, courts and halls: nothing in them is furniture, whatever their words sound like."""

# ruff: noqa: E501 (a paragraph is a line)

from __future__ import annotations

DOCUMENTS: dict[str, str] = {
    "statement of two ministers": """The ministers of the two shores met in Halvard on 4 March to review the agreement on the ferries.
Share the costs, share the harbour, the host minister said at the opening, and the rest will follow.
Both sides agreed to subscribe to the convention on the safety of small vessels before the end of the year.
They will follow the recommendations of the joint commission and report to their parliaments in June.
All rights reserved to the coastal villages under the treaty of 1921 remain in force.
Read together, the two annexes leave no doubt about the fishing grounds north of the light.
The parties invite the islands to join the talks in the autumn, and will pay for their travel.
Contact between the two coastguards was restored on 11 February, after an interval of six years.
The next meeting will take place in Merrin on 9 September.""",
    "statute": """An Act to regulate the use of the common wells.
The Assembly enacts as follows:
(1) This Act may be cited as the Wells Act.
(2) It comes into force on 1 May 2004.
1. In this Act, "well" means a shaft of more than two metres from which water is taken.
2. A person who holds a licence may take water between sunrise and sunset.
(3) Copyright in the maps of the wells vests in the Survey.
(4) The images, plans and other pictures kept by the Survey are public records.
3. A licence is void if its holder sells water by the road.
4. See also section 11 of the Roads Act.
5. Anyone may comment on a draft of the rules within thirty days; comments are kept on file.
6. The Survey publishes the rules and sends a copy to each village.""",
    "transcript of a hearing": """MR HALE: Please state your name for the record.
THE WITNESS: Ada Quist. I keep the books of the harbour office.
MR HALE: Did you click on the message that arrived that morning?
THE WITNESS: I did. It said, sign in here to read it, and I signed in.
MR HALE: And what happened next?
THE WITNESS: Nothing that I could see. The page was blank.
MR HALE: Follow me to the second folder, if you would. Do you recognise the photograph?
THE WITNESS: Photo number nine, yes. That is the crane.
THE CHAIR: We shall continue after the break. Thank you.
MR HALE: Have you shared your password with anybody?
THE WITNESS: Never. Do not miss that point in your report, if I may say so.""",
    "speech": """My friends, thank you for coming through the snow.
Share what you have, my grandmother used to say, and the winter will be short.
Join us, then. Join us not because it is easy but because nobody else will do it.
Do you agree that a bridge is better than a ferry? What do you think a child would say?
Get the roof on before the rain, the builders told us, and we did.
Learn more about each other than the papers tell you.
We need your support, and we need it this week, in this hall, with your hands up.
Don't forget to thank the cooks.
Good night, and go home safely.""",
    "communique of a summit": """We, the heads of government of the five river states, gathered in Tarn on 8 October.
We recall our statement of last year and reaffirm every word of it.
Our position is this: water is not for sale.
We call on all states upstream to publish their measurements, now and every day.
We welcome the offer of the Bank and take note of its terms.
Support for the displaced remains our first duty; we will contribute 40 million in the coming year.
Find out more about the causes before laying blame: that is our advice to the commission.
We thank the people of Tarn for their patience.
Done in Tarn, in five languages, each text being equally authentic.""",
    "minutes": """Present: the chair, six members, the clerk.
1. The minutes of the last meeting were read and approved.
2. Matters arising. The clerk reported that the photograph of the old hall had been found.
3. Advertising on the bus shelters. The council discussed the offer and declined it by four votes to two.
4. Newsletter. It was agreed to print 400 copies and to leave them in the library.
5. Comments from the public. Mr Brandt said the lamps in Mill Lane were out again.
6. Cookies and tea will be provided at the fair by the school.
7. Any other business. There was none.
The next meeting is on Tuesday 6 June at 7 pm in the small room.""",
    "judgment": """This is an appeal from a decision of the county court.
The appellant published a photograph of the respondent without her leave.
Image and likeness, the respondent submits, are protected by section 4.
Copyright, on the other hand, belonged to the photographer and not to her.
We have read the comments of the learned judge below with care.
He held that a promise to follow a person, to watch her house and to share what was seen went beyond reporting.
Subscribe as one may to the freedom of the press, he wrote, a bedroom is no public place.
The related appeal was heard on the same day.
For these reasons the appeal is dismissed with costs.""",
    "press briefing": """Q: Minister, will you sign up for the second round?
A: We have signed nothing. We will look at the text first.
Q: Your office said last week: click here, and the whole draft opens. It did not open.
A: That was a fault. It has been mended, and you can read the draft on the site of the ministry.
Q: Is there a related inquiry?
A: There is one, and I will not comment on it while it runs.
Q: Thank you, Minister.
A: Thank you all. Stay in touch with the press desk; they will give you the times for tomorrow.""",
    "notice of a health office": """The water in the wells of Lower Street is not safe to drink.
Boil it for three minutes before use.
Call 555 0143 if anybody in the house is ill.
Get your children seen by a doctor at the first sign of fever.
Sign up for a delivery of bottled water at the town hall, room 4, from eight in the morning.
Follow the instructions of the wardens.
Visit our depot in Mill Lane for tablets; they are free of charge.
Read this notice to those who cannot read it themselves.
The office will test the wells again on Monday.""",
    "treaty article": """Article 7
1. The Parties shall share the data of their gauges each day at noon.
2. Each Party may request further information. Requests are answered within ten days.
3. Nothing in this Article affects the rights reserved by a Party under Article 2.
Article 8
1. The Commission consists of six members.
2. It may invite experts. Their reports are published.
3. Members who leave the Commission shall return the documents and pictures that they hold.
Article 9
This Treaty is open for signature until 31 December 2011.""",
    "interview on the record": """When did you first hear of the plan?
In May, from a neighbour. She asked me: have you read it? I had not.
What did you do?
I wrote to the council. Tell us more, they answered, and so I told them more.
And the newspapers?
One of them ran a picture of my house. Photo by nobody, it said, or so it seemed to me.
Would you do it again?
Ask me in a year.
Do you think the plan will pass?
It has passed already. Watch the lorries, if you do not believe me.""",
    "order of the day": """The session opens at ten with prayers and the roll call.
Questions to the minister of works follow at half past ten.
At noon the house votes on the bill about the wells, third reading.
Sponsored by nine members, the bill has had two hearings.
Members are asked to turn off their telephones.
The related motion of the member for Quill stands over until Thursday.
Next, the committee on rules presents its report.
Tickets for the gallery are to be had from the clerk.
The house rises at six.""",
}
