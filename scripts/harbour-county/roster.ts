/** The eight sectors, in the order of the network's vocabulary. */
export const sectors = [
  'Health',
  'Education',
  'Housing',
  'Environment',
  'Food',
  'Justice',
  'Faith',
  'Business',
] as const;
export type Sector = (typeof sectors)[number];

/** Organizations that were planted to work with each other, by sector; names parted by semicolons. */
export interface Circle {
  readonly place: string;
  /** Distinct ties planted inside. */
  readonly inside: number;
  /** Organizations through which most of the ties to other circles run. */
  readonly doors: string;
  readonly names: Readonly<Record<Sector, string>>;
}

/** Names of farmers; every other word about them is drawn. */
export const farmers = `Riverside Growers; Heron Flats Farm; Peña Family Farm; Two Creeks Dairy; Saltmarsh Lamb;
  Blue Barn Orchard; Ibarra and Daughters Farm; Kettle Hollow Farm; Long Acre Eggs; Sørensen Berry Farm;
  Three Sisters Growers; Wheatsheaf Mill Farm; Valley Honey Collective; Willow Bank Community Farm;
  Marsh Edge Farm Trust`;

export const chefs = `The Copper Pan; Café Zoë; Casa Núñez; Harbour Grill House; Pierogi Łukasik;
  Lighthouse Supper Club; Orchard Road Restaurant Guild; Signal Hill Caterers; Harbour Culinary College;
  St Brigid’s Supper Kitchen; Harbour Hospital Kitchens; Valley Brasserie`;

/** Organizations that nobody has a tie with. */
export const alone: Readonly<Record<string, Sector>> = {
  'Point Agnes Dental Van': 'Health',
  'Harbour Lighthouse School Museum': 'Education',
  'Westgate Self-Build Group': 'Housing',
  'Gull Island Oyster Growers': 'Food',
};

export const circles: readonly Circle[] = [
  {
    place: 'Riverside',
    inside: 69,
    doors: '',
    names: {
      Health: 'Foundry Recovery Centre; Cedar Row Clinic; Riverside Nutrition Clinic',
      Education: 'Riverside Farm School',
      Housing: 'Riverside Homes; Bakehouse Row Co-operative; Millrace Housing Trust',
      Environment: 'Willow Bank Community Farm; Marsh Edge Farm Trust; Riverside Seed Library',
      Food: `Foundry Food Bank; Old Town Pantry; Linden Farmers Market; Tidewater Pantry; Signal Hill Kitchen;
        Riverside Growers; Heron Flats Farm; Peña Family Farm; Two Creeks Dairy; Saltmarsh Lamb; Blue Barn Orchard;
        Ibarra and Daughters Farm; Kettle Hollow Farm; Long Acre Eggs; Sørensen Berry Farm; Three Sisters Growers;
        Wheatsheaf Mill Farm; Valley Honey Collective`,
      Justice: 'Tidewater Legal Aid',
      Faith: 'Valley Meeting House; Riverside Methodist Church',
      Business: 'Riverside Feed and Seed',
    },
  },
  {
    place: 'East Ward',
    inside: 40,
    doors:
      'Tidewater Chapel; Lantern Hill Meeting House; Riverside Rights Centre; Westgate Homes; Al-Noor Mosque',
    names: {
      Health: 'East Ward Parish Nurses; Tidewater Grief Counselling',
      Education: 'East Ward Sunday School Union',
      Housing: 'Westgate Homes; Samaritan House',
      Environment: 'Churchyard Meadows',
      Food: '',
      Justice: 'Riverside Rights Centre',
      Faith: `Tidewater Chapel; Lantern Hill Meeting House; Al-Noor Mosque; Temple Beth Shalom; East Ward Gurdwara;
        Linden Baptist Church; St Columba’s Parish; Igreja de São Jorge; Ferry Lane Pentecostal Assembly;
        Harbour Seamen’s Mission; Zion African Methodist Church; Quaker Hill Friends; Lotus Hall Buddhist Circle`,
      Business: 'East Ward Funeral Directors',
    },
  },
  {
    place: 'Northside',
    inside: 58,
    doors: 'Northside Bakery; Quayside Hostel; Saltmarsh Advice Bureau; Northside Law Clinic',
    names: {
      Health: 'Northside Trauma Recovery',
      Education: 'Second Chance Classroom; Northside Debate League',
      Housing: 'Quayside Hostel; Halfway Home Northside; Turnkey Rooms',
      Environment: 'Clean Air Northside; Fair Water Watch',
      Food: '',
      Justice: `Saltmarsh Advice Bureau; Northside Law Clinic; Court Watch Harbour; Bail Fund of Harbour County;
        Restorative Circles; Public Defender Friends; Families of the Imprisoned; Northside Mediation Centre;
        Youth Diversion Project; Immigrant Rights Desk; Voters of Northside; Disability Rights Harbour;
        Record Clearing Clinic; Safe Passage Advocates`,
      Faith: 'Chaplains Inside',
      Business: 'Northside Bakery; Fresh Start Print Shop',
    },
  },
  {
    place: 'Northside',
    inside: 72,
    doors:
      'Ferry Lane Hospice; Heron Care Network; Linden Clinic; Harbour Mothers’ Circle; Ångström Dental Charity; Northside Sisters of Mercy',
    names: {
      Health: `Ferry Lane Hospice; Heron Care Network; Linden Clinic; Northside General Hospital; Ångström Dental Charity;
        Harbour Mothers’ Circle; Signal Hill Surgery; Northside Midwives; Saltmarsh Mental Health; Bluebird Children’s Ward;
        Harbour Blood Service; Northside Pharmacy Trust; Elder Day Centre; Diabetes Circle; Lantern Hill Physiotherapy;
        Harbour Hearing Aid Bank; Mobile Eye Clinic; Cedar Row Carers; Northside Vaccination Team; Kestrel Ambulance Friends;
        Sleep Well Harbour; Westgate Health Centre; Sickle Cell Society; Quayside Walk-in Clinic; Community Paramedics;
        Ward Seven Volunteers`,
      Education: 'Northside Nursing School; Health Careers Academy',
      Housing: 'Northside Supported Living; Ronan House',
      Environment: 'Walk Northside',
      Food: 'Northside Meals on Wheels',
      Justice: 'Patients’ Advocacy Desk',
      Faith: 'Northside Sisters of Mercy; Hospital Chaplaincy; Good Shepherd Counselling',
      Business: 'Northside Medical Supplies',
    },
  },
  {
    place: 'Harbour',
    inside: 82,
    doors: `Cedar Row Literacy Project; Lantern Hill Youth College; Quayside Tenants Union; Foundry Early Years;
      Harbour Community College; Signal Hill Youth College; Harbour Savings Bank Foundation`,
    names: {
      Health: 'Harbour School Nurses; Foundry Speech Therapy; Teen Health Room; Harbour Autism Network',
      Education: `Cedar Row Literacy Project; Lantern Hill Youth College; Foundry Early Years; Harbour Community College;
        Signal Hill Youth College; Harbour Culinary College; Harbour Public Library; Quayside Primary School;
        FAFSA Helpers; Adult Reading Circle; Čapek Theatre School; Harbour Robotics Club; Mill Street After School;
        First in Family; College Bound Harbour; Harbour Science Museum; Bilingual Families; Music for Every Child;
        Harbour Teachers’ Guild; Saturday Maths; Open Door Preschool; Apprentice Harbour; Parents’ Council of Schools`,
      Housing: 'Quayside Tenants Union; Student Homes Harbour',
      Environment: 'Outdoor Classroom; Harbour Tidepool School; Green Schools Harbour',
      Food: 'School Breakfast Harbour; Lunchbox Collective',
      Justice: 'Student Rights Harbour; Truancy Mediation; Harbour Children’s Advocate',
      Faith: 'St Nicholas Homework Club; Harbour Interfaith Youth',
      Business: 'Orchard Road Restaurant Guild; Signal Hill Caterers; Harbour Savings Bank Foundation',
    },
  },
  {
    place: 'Valley',
    inside: 52,
    doors:
      'Northside Hostel; Kiln Yard Care Network; Signal Hill Housing Co-op; Harbour Hostel; Valley Homes; Valley Credit Union',
    names: {
      Health: 'Kiln Yard Care Network; Street Medicine Valley',
      Education: 'Valley Family Learning',
      Housing: `Valley Homes; Northside Hostel; Signal Hill Housing Co-op; Harbour Hostel; Mill Street Homes;
        Valley Tenants Council; Habitat Harbour; Night Shelter Valley; Emergency Rooms Fund; Cedar Row Landlords’ Forum;
        Land Bank Harbour; Weatherproof Valley; Women’s Refuge Valley; Cooperative Living Valley; Furniture Reuse;
        Eviction Watch`,
      Environment: '',
      Food: 'Valley Soup Van',
      Justice: 'Kiln Yard Safe Streets; Housing Court Helpers; Valley Legal Clinic',
      Faith: 'Valley Salvation Corps; Church of the Good Roof; Sanctuary Valley',
      Business: 'Valley Brasserie; Valley Credit Union',
    },
  },
  {
    place: 'Old Town',
    inside: 81,
    doors: 'Linden Woodland Group; Harbour Tenants Union; Quayside Credit Union; Foundry Rivers Trust',
    names: {
      Health: 'Green Gym Old Town; Old Town Allergy Clinic',
      Education: 'Old Town Field Studies; Naturalists’ Evening School',
      Housing: 'Harbour Tenants Union; Old Town Retrofit; Timber Frame Homes',
      Environment: `Linden Woodland Group; Foundry Rivers Trust; Old Town Tree Wardens; Harbour Bird Club; Saltmarsh Reserve;
        Dune Keepers; Old Town Repair Café; Zero Waste Harbour; Beach Clean Crew; Bat and Owl Society; Solar Old Town;
        Wildflower Verges; Harbour Climate Café; Oyster Reef Restorers; Bicycle Kitchen; Old Town Compost`,
      Food: 'Old Town Gleaners',
      Justice: 'Environmental Law Desk; Shoreline Access League',
      Faith: 'Green Parish Network; Old Town Unitarians; Earthkeepers’ Circle; St Francis Animal Blessing',
      Business: 'Quayside Credit Union; Old Town Reclaim Yard',
    },
  },
  {
    place: 'Harbour',
    inside: 36,
    doors: 'Harbour Nurses; Quayside Print Works; Harbour Chamber of Commerce; Müller Boatyard',
    names: {
      Health: 'Harbour Nurses; Harbour Hospital Kitchens',
      Education: 'Harbour Business School',
      Housing: 'Wharf Side Builders’ Trust',
      Environment: 'Clean Harbour Alliance',
      Food: '',
      Justice: 'Fair Work Harbour',
      Faith: 'St Brigid’s Supper Kitchen; Dockside Fellowship',
      Business: `Quayside Print Works; Harbour Chamber of Commerce; Müller Boatyard; The Copper Pan; Café Zoë; Casa Núñez;
        Harbour Grill House; Pierogi Łukasik; Lighthouse Supper Club; Harbour Credit Circle; Women in Trade`,
    },
  },
];

/** Names in a text parted by semicolons. */
export function namesIn(text: string): string[] {
  return text
    .split(';')
    .map((name) => name.trim().replace(/\s+/gu, ' '))
    .filter((name) => name !== '');
}
