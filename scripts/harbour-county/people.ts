import { orgId, personId } from './slug.ts';
import type { Person } from '#data/model/person.ts';

/** Name | organization | role there | since | practice | topics. */
const table = `
Dolores Reyes | | | | Neighbourhood leader | homelessness, tenancy
Ruth Okafor | Kiln Yard Safe Streets | Coordinator | 2014 | Neighbourhood leader | youth, tenancy
Amadou Diallo | Valley Homes | Night manager | 2016 | Housing worker | homelessness
Mirela Čolić | Tidewater Chapel | Kitchen warden | 2011 | Parish worker | pastoral care
Tomasz Wójcik | Harbour Hostel | Warden | 2017 | Housing worker | homelessness
Grace Nakamura | Kiln Yard Care Network | Nurse | 2018 | Nurse | public health
Halina Zając | Riverside Growers | Grower | 2009 | Farmer | food
Inés Peña | Peña Family Farm | Owner | 1998 | Farmer | food
Lars Sørensen | Sørensen Berry Farm | Owner | 2003 | Farmer | food
Walter Haskins | Long Acre Eggs | Owner | 1987 | Farmer | food
Marisol Ibarra | Ibarra and Daughters Farm | Owner | 2012 | Farmer | food
June Whitecloud | Three Sisters Growers | Founder | 2019 | Farmer | food, local economy
Beth Kettle | Kettle Hollow Farm | Owner | 2001 | Farmer | food
Owen Pritchard | Saltmarsh Lamb | Shepherd | 2006 | Farmer | food
Zoë Laurent | Café Zoë | Owner | 2013 | Chef | food
Mateo Núñez | Casa Núñez | Head chef | 2015 | Chef | food
Ewa Łukasik | Pierogi Łukasik | Owner | 2010 | Chef | food
Dev Ramanathan | The Copper Pan | Head chef | 2017 | Chef | food
Brigid O’Malley | St Brigid’s Supper Kitchen | Cook | 2008 | Chef | food, homelessness
Kenji Ota | Harbour Grill House | Head chef | 2018 | Chef | food
Camille Fontaine | Valley Brasserie | Owner | 2016 | Chef | food
Abena Mensah | | | | Convener | food, local economy, youth
Søren Lindqvist | Harbour Public Library | Programme lead | 2015 | Convener | literacy, workforce
Priya Venkatesan | Harbour Savings Bank Foundation | Programme officer | 2019 | Funder | college access
Ângelo Brito | Igreja de São Jorge | Priest | 2012 | Pastor | interfaith
Aisha Rahman | Al-Noor Mosque | Youth lead | 2020 | Youth worker | youth, interfaith
Caleb Stone | Lantern Hill Youth College | Teacher | 2018 | Teacher | youth
Hannah Weiss | Temple Beth Shalom | Director | 2017 | Community organizer | interfaith
Lucía Ferreira | Foundry Early Years | Head | 2016 | Teacher | early years
Terrence Boyd | Northside Law Clinic | Lawyer | 2019 | Lawyer | legal aid
Mei-Lin Chao | Heron Care Network | Director | 2018 | Nurse | ageing
Jakub Šimek | Old Town Repair Café | Founder | 2017 | Repairer | waste
Fatou Camara | Harbour Mothers’ Circle | Midwife | 2015 | Midwife | maternal health
Daniel Ekström | Foundry Rivers Trust | Ranger | 2019 | Ecologist | rivers and coast
Rosa Quispe | Immigrant Rights Desk | Organizer | 2020 | Community organizer | immigration
Malik Johnson | Signal Hill Youth College | Dean | 2021 | Teacher | college access
Ingrid Åberg | Linden Woodland Group | Director | 2014 | Forester | green space
Samira Haddad | Women in Trade | Coordinator | 2019 | Entrepreneur | local economy
Joel Pierre | Night Shelter Valley | Shift lead | 2021 | Housing worker | homelessness
Katarína Novotná | Čapek Theatre School | Director | 2016 | Teacher | youth
Luis Zambrano | Cedar Row Literacy Project | Director | 2018 | Teacher | literacy
Thandiwe Moyo | Street Medicine Valley | Physician | 2020 | Doctor | public health
Connor Walsh | Youth Diversion Project | Case worker | 2021 | Social worker | youth
Yusuf Demir | Müller Boatyard | Apprentice master | 2017 | Boatbuilder | workforce
Esther Goldberg | Harbour Teachers’ Guild | Organizer | 2019 | Teacher | workforce
Paulo Magalhães | Quayside Tenants Union | Organizer | 2022 | Community organizer | tenancy
Nadia Kovačević | First in Family | Adviser | 2022 | Adviser | college access
Isaac Owusu | Zion African Methodist Church | Deacon | 2016 | Pastor | pastoral care
Chloé Bertrand | Harbour Climate Café | Host | 2023 | Community organizer | climate
Andrés Villalobos | Valley Credit Union | Loan officer | 2021 | Banker | credit
Marie Oxendine | Women in Trade | Member | 2018 | Weaver of baskets | local economy
Daniel Locklear | Müller Boatyard | Partner | 2016 | Boatbuilder | local economy
Sage Littlewolf | Quayside Print Works | Designer | 2017 | Printmaker | local economy
Nina Tsosie | Harbour Credit Circle | Adviser | 2020 | Bookkeeper | credit
Raymond Begay | Harbour Chamber of Commerce | Board member | 2021 | Contractor | local economy
Tala Bearskin | Old Town Reclaim Yard | Owner | 2015 | Carpenter | waste
Eli Yazzie | Harbour Business School | Lecturer | 2019 | Teacher | workforce
Selam Tesfay | Bilingual Families | Interpreter | 2018 | Interpreter | immigration
Viktor Hanák | Quayside Print Works | Driver | 2012 | Driver | local economy
Noor Haddad | Saltmarsh Advice Bureau | Adviser | 2016 | Adviser | legal aid`;

/** Sixty people: leaders and practitioners, some of them without an institution. */
export function plantPeople(): Person[] {
  const people = table
    .trim()
    .split('\n')
    .map((line) => personOf(line.split('|').map((cell) => cell.trim())));
  return people.sort((one, two) => (one.id < two.id ? -1 : 1));
}

function personOf([
  name = '',
  organization = '',
  role = '',
  since = '',
  practice = '',
  topics = '',
]: string[]): Person {
  return {
    id: personId(name),
    name,
    ...(organization === '' ? {} : { affiliations: [{ organization: orgId(organization), role, since }] }),
    practice,
    topics: topics.split(', '),
    ...(name === 'Dolores Reyes'
      ? {
          place: { name: 'Valley' },
          description: 'Neighbourhood leader on Kiln Yard; knows every landlord on four streets.',
        }
      : {}),
  };
}
